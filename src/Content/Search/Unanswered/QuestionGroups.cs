using System.Globalization;

namespace Outreach.Content.Search.Unanswered;

/// <summary>Groups the questions nobody could answer by what they ask.</summary>
public static class QuestionGroups
{
    /// <summary>Of a large group the middle is found among these many.</summary>
    private const int MaxCompared = 40;

    /// <summary>The biggest group first. The same questions give the same groups, in whatever order they come.</summary>
    /// <param name="content">Its synonyms and words say how a question is read.</param>
    public static IReadOnlyList<QuestionGroup> Of(ContentSnapshot content, IEnumerable<AskedQuestion> questions) =>
    [
        .. questions.GroupBy(Language, StringComparer.Ordinal)
            .SelectMany(language => Group(content.In(language.Key).Search.Tables, language).Groups.Select(group => Sum(language.Key, group)))
            .OrderByDescending(group => group.Count)
            .ThenBy(group => group.Language, StringComparer.Ordinal)
            .ThenBy(group => group.Typical, StringComparer.Ordinal),
    ];

    internal static WordingGroups Group(IndexTables tables, IEnumerable<AskedQuestion> questions)
    {
        var wordings = questions
            .GroupBy(question => Key(question.Text), StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal) // words are numbered as they come
            .Select(same => new Wording(same.Key, same))
            .ToList();
        var reader = new WordingReader(tables);
        foreach (var wording in wordings)
        {
            wording.Take(reader.Read(wording.Key));
        }

        return WordingGroups.Of(wordings);
    }

    /// <summary>The one it is written in; people write Vietnamese under an English menu too.</summary>
    private static string Language(AskedQuestion question) => LanguageGuess.Of(question.Text) ?? question.Language;

    /// <summary>What is no word at all (a picture made of signs) is the same only as itself.</summary>
    private static string Key(string text) =>
        TextNormalizer.Normalize(OneLine.WithoutMasks(text)) is { Length: > 0 } words ? words : OneLine.Of(text);

    private static QuestionGroup Sum(string language, IReadOnlyList<Wording> wordings)
    {
        var rows = wordings.SelectMany(wording => wording.Rows).ToList();
        var shown = wordings
            .OrderByDescending(wording => wording.Rows.Count)
            .ThenByDescending(wording => wordings.Take(MaxCompared).Sum(other => other.Rows.Count * wording.Likeness(other)))
            .ThenBy(wording => wording.Key, StringComparer.Ordinal)
            .Select(wording => wording.Text)
            .Take(QuestionGroup.MaxOthers + 1)
            .ToList();
        return new QuestionGroup
        {
            Language = language,
            Count = rows.Count,
            Weeks = [.. rows.GroupBy(row => Week(row.Day), StringComparer.Ordinal)
                .OrderBy(week => week.Key, StringComparer.Ordinal)
                .Select(week => KeyValuePair.Create(week.Key, week.Count()))],
            Reasons = [.. rows.GroupBy(row => row.Reason, StringComparer.Ordinal)
                .OrderByDescending(reason => reason.Count()).ThenBy(reason => reason.Key, StringComparer.Ordinal)
                .Select(reason => KeyValuePair.Create(reason.Key, reason.Count()))],
            Typical = shown[0],
            Others = shown[1..],
            Wordings = wordings.Count,
        };
    }

    private static string Week(DateOnly day)
    {
        var at = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(at):0000}-W{ISOWeek.GetWeekOfYear(at):00}");
    }
}
