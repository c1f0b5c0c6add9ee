using System.Globalization;
using Outreach.Content.Answers;
using Outreach.Content.Blocks;
using Outreach.Content.Checks;
using Outreach.Content.Markdown;
using Outreach.Content.Yaml;

namespace Outreach.Content.Loading;

/// <summary>Reads the front matter of campaigns.</summary>
internal static class CampaignFile
{
    private const int MaxButtons = 3;
    private const int MinChoices = 2;

    /// <summary>As many as a phone shows below each other with the question.</summary>
    private const int MaxChoices = 4;

    public static ContentText Read(ContentPath path, MarkdownText text, YamlMap front)
    {
        front.Only("id", "month", "title", "buttons", "quiz", "image", "reviewed", "review_by");
        var (id, month, title) = (FileRules.Id(front, path), Number(front, "month", 1, 12), front.Text("title"));
        var (buttons, quiz) = (Buttons(front), ReadQuiz(front));
        var (reviewed, reviewBy) = (front.Date("reviewed"), front.Date("review_by"));
        FileRules.ReviewOrder(front, reviewed, reviewBy);
        List<Reference> references = [.. text.References, .. buttons.Select(b => new Reference(ReferenceKind.Answer, b.Text, b.At))];
        var image = FileRules.Media(front, "image", path, references);
        return new ContentText
        {
            Path = path,
            References = references,
            Headings = [.. text.Sections.Select(s => Slug.Of(s.Title))],
            Body = text.Body,
            Effective = front.At,
            ReviewBy = front.SpotOf("review_by"),
            Topic = front.At,
            Campaign = id is null || month is null || title is null || quiz is null || reviewed is null || reviewBy is null ? null : new Campaign
            {
                Id = id,
                Language = path.Language,
                Month = month.Value,
                Title = title.Value.Text,
                Buttons = [.. buttons.Select(b => b.Text)],
                Quiz = quiz,
                Reviewed = reviewed.Value,
                ReviewBy = reviewBy.Value,
                Short = text.Short,
                Markdown = text.ShortMarkdown,
                Image = image,
                Sections = text.Sections,
            },
        };
    }

    private static IReadOnlyList<Located> Buttons(YamlMap front)
    {
        var buttons = front.Texts("buttons");
        if (buttons.Count > MaxButtons)
        {
            front.Issues.Error(buttons[MaxButtons].At, Codes.BadCampaign, $"a message has at most {MaxButtons} buttons", "Keep those that help most.");
        }

        return buttons;
    }

    private static Quiz? ReadQuiz(YamlMap front)
    {
        if (front.Map("quiz")?.Only("question", "choices", "right", "explanation") is not { } map)
        {
            return null;
        }

        var (question, choices, explanation) = (map.Text("question"), map.Texts("choices"), map.Text("explanation"));
        if (choices.Count is < MinChoices or > MaxChoices)
        {
            map.Issues.Error(map.SpotOf("choices"), Codes.BadCampaign, $"the quiz has {choices.Count} choices", $"Write {MinChoices} to {MaxChoices} of them.");
            return null;
        }

        var right = Number(map, "right", 1, choices.Count);
        return question is null || explanation is null || right is null ? null
            : new Quiz(question.Value.Text, [.. choices.Select(c => c.Text)], right.Value - 1, explanation.Value.Text);
    }

    private static int? Number(YamlMap map, string key, int least, int most)
    {
        if (map.Text(key) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        map.Issues.Error(text.At, Codes.BadCampaign, $"'{key}' is no number from {least} to {most}", "Write the number alone.");
        return null;
    }
}
