using Outreach.Content.Answers;

namespace Outreach.Content.Tests.Search;

internal static class AnAnswer
{
    public static Answer To(string id) => new()
    {
        Id = id,
        Language = Languages.Vietnamese,
        Question = id,
        Variants = [],
        Topic = "t",
        Sources = [],
        Effective = new DateOnly(2026, 1, 1),
        Reviewed = new DateOnly(2026, 1, 1),
        ReviewBy = new DateOnly(2027, 1, 1),
        Related = [],
        Hotline = "h",
        Short = [],
        Sections = [],
    };
}
