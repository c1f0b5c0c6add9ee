using System.Buffers;

namespace Outreach.Content.Search;

/// <summary>Cuts long texts into words as <see cref="TextNormalizer"/> does, but works each different chunk out only once.</summary>
internal sealed class WordCutter
{
    /// <summary>An answer is some pages long; an article of law may be more.</summary>
    private const int MaxChars = 200_000;

    // What surely ends a word in any form of the text; % is a word itself.
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n!\"#$&'()*+,-./:;<=>?@[\\]^_`{|}~");

    private readonly Dictionary<string, Syllable[]> _known = new(StringComparer.Ordinal);

    public void Cut(string text, List<Syllable> into)
    {
        var left = text.AsSpan(0, Math.Min(text.Length, MaxChars));
        var known = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        while (!left.IsEmpty)
        {
            var end = left.IndexOfAny(Ends);
            var chunk = end < 0 ? left : left[..end];
            left = end < 0 ? [] : left[(end + 1)..];
            if (chunk.IsEmpty)
            {
                continue;
            }

            if (!known.TryGetValue(chunk, out var words))
            {
                known[chunk] = words = [.. TextNormalizer.Tokenize(chunk.ToString())];
            }

            into.AddRange(words);
        }
    }
}
