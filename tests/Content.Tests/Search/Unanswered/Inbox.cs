using Outreach.Content.Search.Unanswered;

namespace Outreach.Content.Tests.Search.Unanswered;

/// <summary>A content with a few answers, and questions for its inbox.</summary>
internal static class Inbox
{
    public static readonly DateOnly Monday = new(2026, 11, 16);

    public static ContentSnapshot Content { get; } = Make();

    public static AskedQuestion Asked(string text, string language = "vi", int day = 0, string reason = "low") =>
        new(text, language, Monday.AddDays(day), reason);

    public static IReadOnlyList<QuestionGroup> Group(params string[] texts) => QuestionGroups.Of(Content, texts.Select(text => Asked(text)));

    private static ContentSnapshot Make()
    {
        var empty = ContentSnapshot.Empty("");
        var local = new LocalContent
        {
            Language = Languages.Vietnamese,
            Answers = Given.Entries.ToDictionary(
                e => e.Id, e => AnAnswer.To(e.Id) with { Question = e.Question, Variants = e.Variants, Topic = "bhxh" }, StringComparer.Ordinal),
            Pages = empty.In(Languages.Vietnamese).Pages,
            StaffPages = empty.In(Languages.Vietnamese).StaffPages,
            Replies = empty.In(Languages.Vietnamese).Replies,
            Campaigns = empty.In(Languages.Vietnamese).Campaigns,
            Phrases = empty.In(Languages.Vietnamese).Phrases,
            Search = Given.Index,
        };
        return new ContentSnapshot
        {
            Version = "1",
            Organisation = "",
            Synonyms = Given.SomeSynonyms,
            Topics = [],
            Hotlines = empty.Hotlines,
            Partners = empty.Partners,
            Figures = empty.Figures,
            Months = [],
            Events = [],
            Crisis = empty.Crisis,
            Languages = new Dictionary<string, LocalContent>(empty.Languages, StringComparer.Ordinal) { [Languages.Vietnamese] = local },
            Issues = [],
        };
    }
}
