using System.Text.RegularExpressions;
using Outreach.Content.Answers;
using Outreach.Content.Blocks;
using Outreach.Content.Loading;

namespace Outreach.Content.Checks;

/// <summary>Words that a tired reader takes in at once: short sentences, no letters that stand for words unless the text says for which.</summary>
internal static partial class WordingRules
{
    public const int MaxSyllables = 30;

    private const int ShownChars = 40;

    /// <summary>Read as words by everybody, the sign of money, and what one types to be left in peace.</summary>
    private static readonly HashSet<string> Known = ["VND", "SMS", "QR", "PDF", "HIV", "AIDS", "OK", "ID", "HR", "DỪNG", "STOP"];

    public static void Check(ContentParts parts, IssueList issues)
    {
        var hotlines = parts.VerifiedHotlines();
        foreach (var text in parts.Texts)
        {
            if (BlocksOf(text) is { } blocks)
            {
                var words = PlainText.Of(new BlockResolver(parts.Figures, hotlines, "", text.Path.Language, parts.Day).Resolve([.. blocks]));
                Check(words, text.Body, issues);
            }
        }

        foreach (var (language, replies) in parts.Replies)
        {
            var resolver = new BlockResolver(parts.Figures, hotlines, "", language, parts.Day);
            foreach (var (reply, at) in replies.Values)
            {
                var words = PlainText.Of(resolver.Resolve(reply.Text));
                Check(words, at, issues);
            }
        }
    }

    /// <summary>Checks the plain words of one text.</summary>
    public static void Check(string words, Spot at, IssueList issues)
    {
        CheckSentences(words, at, issues);
        CheckAbbreviations(words, at, issues);
    }

    private static IEnumerable<Block>? BlocksOf(ContentText text) =>
        text.Answer is { } answer ? answer.Short.Concat(Below(answer.Sections))
        : text.Campaign is { } campaign ? campaign.Short.Concat(Below(campaign.Sections))
        : text.Page is { } page ? page.Short.Concat(Below(page.Sections))
        : null;

    private static IEnumerable<Block> Below(IReadOnlyList<Section> sections) => sections.SelectMany(s => s.Blocks);

    private static void CheckSentences(string words, Spot at, IssueList issues)
    {
        foreach (var sentence in SentenceEnd().Split(words))
        {
            var syllables = Blank().Split(sentence.Trim()).Count(w => w.Any(char.IsLetterOrDigit));
            if (syllables > MaxSyllables)
            {
                issues.Warn(at, Codes.LongSentence, $"a sentence has {syllables} words: '{Beginning(sentence)}…'", $"Make two of it; {MaxSyllables} words are as many as one takes in at once.");
            }
        }
    }

    private static void CheckAbbreviations(string words, Spot at, IssueList issues)
    {
        foreach (var letters in Capitals().Matches(words).Select(m => m.Value).Distinct())
        {
            if (!Known.Contains(letters) && !Roman().IsMatch(letters)
                && !words.Contains($"({letters})", StringComparison.Ordinal) && !words.Contains($"{letters} (", StringComparison.Ordinal))
            {
                issues.Warn(at, Codes.UnexplainedAbbreviation, $"'{letters}' is not explained", $"Write it out, or say it once with the letters behind it: '… ({letters})'.");
            }
        }
    }

    private static string Beginning(string sentence)
    {
        var one = Blank().Replace(sentence.Trim(), " ");
        return one.Length <= ShownChars ? one : one[..ShownChars];
    }

    /// <summary>A stop before a blank or the end; a line is at least a sentence. A stop inside a number ends nothing.</summary>
    [GeneratedRegex(@"[.!?…:;](?=\s|\z)|\n", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();

    [GeneratedRegex(@"(?<![\p{L}\d/.-])\p{Lu}{2,}(?![\p{L}\d/-])", RegexOptions.CultureInvariant)]
    private static partial Regex Capitals();

    [GeneratedRegex(@"\A[IVX]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Roman();
}
