using Outreach.Content.Answers;
using Outreach.Content.Blocks;
using Outreach.Content.Checks;
using Outreach.Content.Markdown;
using Outreach.Content.Yaml;

namespace Outreach.Content.Loading;

/// <summary>Reads the front matter of pages.</summary>
internal static class PageFile
{
    private const string Staff = "staff";
    private const string Public = "public";

    public static ContentText Read(ContentPath path, MarkdownText text, YamlMap front)
    {
        front.Only("id", "title", "reviewed", "review_by", "hotlines", "audience");
        var forStaff = IsForStaff(front);
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
                ForStaff = forStaff,
                Reviewed = reviewed.Value,
                ReviewBy = reviewBy.Value,
                Hotlines = [.. hotlines.Select(h => h.Text)],
                Short = text.Short,
                Sections = text.Sections,
            },
        };
    }

    private static bool IsForStaff(YamlMap front)
    {
        if (front.Text("audience", required: false) is not { } audience)
        {
            return false;
        }

        if (audience.Text is not (Staff or Public))
        {
            front.Issues.Error(audience.At, Codes.UnknownAudience, $"a page has no audience '{audience.Text}'",
                $"Write '{Staff}', or take the line out: then everybody may read it.");
        }

        return audience.Text == Staff;
    }
}
