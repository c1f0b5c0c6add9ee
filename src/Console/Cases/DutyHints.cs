using Outreach.Content;
using Outreach.Storage.Cases;

namespace Outreach.Staff.Cases;

/// <summary>Which duties to report a worker's words may fall under. A hint for whoever reads: it decides and records nothing.</summary>
internal static class DutyHints
{
    private static readonly char[] SentenceEnds = ['.', '!', '?', '\n', ';'];

    public static IReadOnlyList<DutyRule> Of(ContentSnapshot content, IEnumerable<string> texts) =>
        [.. texts.SelectMany(Sentences).Select(s => content.Crisis.Find(s)?.Id).Select(Rule).OfType<DutyRule>().Distinct().Order()];

    /// <summary>The page of content that says what to do.</summary>
    public static string PageOf(DutyRule rule) => rule switch
    {
        DutyRule.Child => "bao-tin-child",
        DutyRule.HomeViolence => "bao-tin-home-violence",
        _ => "bao-tin-trafficking",
    };

    // Sentence by sentence: the words of the worst danger would else hide those of another. And the whole, as one thought may need two.
    private static IEnumerable<string> Sentences(string text) => text.Split(SentenceEnds, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Append(text);

    private static DutyRule? Rule(string? crisis) => crisis switch
    {
        "child-abuse" => DutyRule.Child,
        "violence" => DutyRule.HomeViolence,
        "trafficking" or "locked-in" or "documents-kept" => DutyRule.Trafficking,
        _ => null,
    };
}
