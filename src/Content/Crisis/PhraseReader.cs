using System.Text.RegularExpressions;
using Outreach.Content.Search;

namespace Outreach.Content.Crisis;

/// <summary>Reads a phrase of the list, which is written well: <c>chồng … (đánh|đập) ~ em</c>.</summary>
internal static partial class PhraseReader
{
    /// <summary>Words that may stand in <c>…</c>: "chồng em tối qua lại đánh" has four. Two signs, twice as many.</summary>
    private const int Gap = 4;

    /// <summary>Words that may stand in <c>~</c>: "đánh cả em".</summary>
    private const int SmallGap = 2;

    public static List<Part> Read(string phrase)
    {
        List<Part> parts = [];
        var gap = 0;
        foreach (Match sign in Signs().Matches(phrase))
        {
            if (sign.Value is "…" or "...")
            {
                gap += Gap;
            }
            else if (sign.Value == "~")
            {
                gap += SmallGap;
            }
            else
            {
                var choices = sign.Value.Trim('(', ')').Split('|').Select(Choice.Read).Where(c => c.Words.Count > 0).ToList();
                if (choices.Count > 0)
                {
                    parts.Add(new Part(gap, choices));
                    gap = 0;
                }
            }
        }

        return parts;
    }

    [GeneratedRegex(@"…|\.\.\.|~|\([^()]*\)|[^()…~.]+", RegexOptions.CultureInvariant)]
    private static partial Regex Signs();

    /// <param name="Gap">How many other words may stand before it.</param>
    public sealed record Part(int Gap, IReadOnlyList<Choice> Choices);

    /// <param name="Strict">Written with <c>!</c>: only what is typed with marks, for words that are others without ("bán", "bạn").</param>
    public sealed record Choice(IReadOnlyList<Syllable> Words, bool Strict)
    {
        public static Choice Read(string written) => new(TextNormalizer.Tokenize(written), written.Contains('!'));
    }
}
