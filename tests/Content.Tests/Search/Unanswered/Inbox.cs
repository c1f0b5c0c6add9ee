using Outreach.Content.Search.Unanswered;

namespace Outreach.Content.Tests.Search.Unanswered;

/// <summary>Questions for the inbox of <see cref="Given.Content"/>.</summary>
internal static class Inbox
{
    public static readonly DateOnly Monday = new(2026, 11, 16);

    public static AskedQuestion Asked(string text, string language = "vi", int day = 0, string reason = "low") =>
        new(text, language, Monday.AddDays(day), reason);

    public static IReadOnlyList<QuestionGroup> Group(params string[] texts) => QuestionGroups.Of(Given.Content, texts.Select(text => Asked(text)));
}
