using Outreach.Content.Shared;

namespace Outreach.Content.Search;

/// <summary>Reads what was typed without knowing what it is looked up in: for crisis words, menu words and commands.</summary>
public sealed class QueryNormalizer(SynonymTable synonyms)
{
    private readonly Expansions _expansions = new(synonyms);

    /// <summary>The words, keys of Telex and VNI read, abbreviations spelt out in their likeliest meaning, particles dropped.</summary>
    public IReadOnlyList<Syllable> Words(string text)
    {
        var typed = TextNormalizer.Tokenize(text);
        var read = new List<Syllable>(typed.Count);
        for (var at = 0; at < typed.Count;)
        {
            if (_expansions.Expansion(typed, at) is { } match)
            {
                read.AddRange(match.Meanings[0]);
                at += match.Length;
            }
            else
            {
                read.Add(Mended(typed[at++]));
            }
        }

        return read;
    }

    /// <summary>The same as text, single-spaced.</summary>
    public string Normalize(string text) => string.Join(' ', Words(text).Select(w => w.Marked));

    private static Syllable Mended(Syllable typed) =>
        VietnameseSpelling.IsPossible(typed.Folded) ? typed
        : TypingLeftovers.Decode(typed.Marked)
            ?? (RepeatedLetters.Once(typed) is { } once && VietnameseSpelling.IsPossible(once.Folded) ? once : typed);
}
