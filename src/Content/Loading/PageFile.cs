using Outreach.Content.Answers;
using Outreach.Content.Blocks;
using Outreach.Content.Checks;
using Outreach.Content.Markdown;
using Outreach.Content.Yaml;

namespace Outreach.Content.Loading;

/// <summary>Reads the front matter of pages.</summary>
internal static class PageFile
{
    public static ContentText Read(ContentPath path, MarkdownText text, YamlMap front)
    {
        front.Only("id", "title", "reviewed", "review_by", "hotlines");
        var (id, title) = (FileRules.Id(front, path), front.Text("title"));
        var (reviewed, reviewBy) = (front.Date("reviewed"), front.Date("review_by"));
        var hotlines = front.Texts("hotlines", required: false);
        FileRules.ReviewOrder(front, reviewed, reviewBy);
        return new ContentText
        {
            Path = path,
            References = [.. text.References, .. hotlines.Select(h => new Reference(ReferenceKind.Hotline, h.Text, h.At))],
            Headings = [.. text.Sections.Select(s => Slug.Of(s.Title))],
            Body = text.Body,
            Effective = front.At,
            ReviewBy = front.SpotOf("review_by"),
            Topic = front.At,
            Page = id is null || title is null || reviewed is null || reviewBy is null ? null : new Page
            {
                Id = id,
                Language = path.Language,
                Title = title.Value.Text,
                Reviewed = reviewed.Value,
                ReviewBy = reviewBy.Value,
                Hotlines = [.. hotlines.Select(h => h.Text)],
                Short = text.Short,
                Sections = text.Sections,
            },
        };
    }
}
