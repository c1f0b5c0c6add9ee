using Outreach.Content.Answers;
using Outreach.Content.Blocks;
using Outreach.Content.Checks;
using Outreach.Content.Markdown;
using Outreach.Content.Yaml;

namespace Outreach.Content.Loading;

/// <summary>Reads the front matter of answers.</summary>
internal static class AnswerFile
{
    private static readonly string[] Keys =
        ["id", "question", "variants", "topic", "sources", "effective", "reviewed", "review_by", "related", "hotline", "image", "audio"];

    public static ContentText Read(ContentPath path, MarkdownText text, YamlMap front)
    {
        front.Only(Keys);
        var references = new List<Reference>(text.References);
        var (id, question, topic, hotline) = (FileRules.Id(front, path), PlainLine(front, "question"), front.Text("topic"), front.Text("hotline"));
        var (variants, related) = (front.Texts("variants"), front.Texts("related", required: false));
        var (effective, reviewed, reviewBy) = (front.Date("effective"), front.Date("reviewed"), front.Date("review_by"));
        var sources = Sources(front, references);
        FileRules.ReviewOrder(front, reviewed, reviewBy);
        Refer(references, ReferenceKind.Topic, topic);
        Refer(references, ReferenceKind.Hotline, hotline);
        references.AddRange(related.Select(r => new Reference(ReferenceKind.Answer, r.Text, r.At)));
        var (image, audio) = (FileRules.Media(front, "image", path, references), FileRules.Media(front, "audio", path, references));

        var whole = id is not null && question is not null && topic is not null && hotline is not null
            && effective is not null && reviewed is not null && reviewBy is not null;
        return new ContentText
        {
            Path = path,
            References = references,
            Variants = variants,
            Headings = [.. text.Sections.Select(s => Slug.Of(s.Title))],
            Body = text.Body,
            Effective = front.SpotOf("effective"),
            ReviewBy = front.SpotOf("review_by"),
            Topic = front.SpotOf("topic"),
            Answer = !whole ? null : new Answer
            {
                Id = id!,
                Language = path.Language,
                Question = question!.Value.Text,
                Variants = [.. variants.Select(v => v.Text)],
                Topic = topic!.Value.Text,
                Sources = sources,
                Effective = effective!.Value,
                Reviewed = reviewed!.Value,
                ReviewBy = reviewBy!.Value,
                Related = [.. related.Select(r => r.Text)],
                Hotline = hotline!.Value.Text,
                Short = text.Short,
                Sections = text.Sections,
                Figures = [.. text.References.Where(r => r.Kind == ReferenceKind.Figure).Select(r => r.Target).Distinct()],
                Image = image,
                Audio = audio,
            },
        };
    }

    private static Located? PlainLine(YamlMap front, string key)
    {
        var text = front.Text(key);
        if (text is { } found && found.Text.Contains("{{", StringComparison.Ordinal))
        {
            front.Issues.Error(found.At, Codes.BadBraces, $"figures and hotlines cannot stand in '{key}'", "Put them into the text below the front matter.");
        }

        return text;
    }

    private static List<LegalSource> Sources(YamlMap front, List<Reference> references)
    {
        var sources = new List<LegalSource>();
        foreach (var row in front.Rows("sources"))
        {
            row.Only("law", "at");
            var (law, at) = (row.Text("law"), row.Text("at", required: false));
            if (law is not null)
            {
                Refer(references, ReferenceKind.Law, law);
                sources.Add(new LegalSource(law.Value.Text, at?.Text));
            }
        }

        if (sources.Count == 0 && front.Has("sources"))
        {
            front.Issues.Error(front.SpotOf("sources"), Codes.MissingKey, "no law is named under 'sources'", "Add '- law: …' with the article under 'at: …'.");
        }

        return sources;
    }

    private static void Refer(List<Reference> references, ReferenceKind kind, Located? named)
    {
        if (named is { } name)
        {
            references.Add(new Reference(kind, name.Text, name.At));
        }
    }
}
