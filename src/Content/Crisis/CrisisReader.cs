using Outreach.Content.Search;
using Outreach.Content.Shared;

namespace Outreach.Content.Crisis;

/// <summary>Reads a message in the few ways it may be meant: as typed, and with abbreviations and keyboard slips spelt out.</summary>
internal sealed class CrisisReader(SynonymTable synonyms)
{
    /// <summary>Meanings tried of an abbreviation that has several.</summary>
    private const int Meanings = 2;

    private readonly Expansions _expansions = new(synonyms);

    public IEnumerable<IReadOnlyList<Syllable>> Read(string text)
    {
        var typed = TextNormalizer.Tokenize(text);
        yield return typed;
        var mended = typed.Select(Mend).ToList();
        IReadOnlyList<Syllable> before = typed;
        for (var meaning = 0; meaning < Meanings; meaning++)
        {
            var expanded = new List<Syllable>(mended.Count + 8);
            _expansions.SpellOut(mended, expanded, meaning);
            if (!expanded.SequenceEqual(before))
            {
                yield return expanded;
            }

            before = expanded;
        }
    }

    /// <summary>The way it is most likely meant.</summary>
    public List<Syllable> Likeliest(IEnumerable<Syllable> typed)
    {
        var words = new List<Syllable>();
        _expansions.SpellOut([.. typed.Select(Mend)], words);
        return words;
    }

    /// <summary>Telex keys that stayed ("ddanhs"), and letters held down ("cứuuuu").</summary>
    private Syllable Mend(Syllable word)
    {
        if (VietnameseSpelling.IsPossible(word.Folded) || _expansions.Knows(word.Folded))
        {
            return word;
        }

        return TypingLeftovers.Decode(word.Marked) ?? Squeezed(word);
    }

    private static Syllable Squeezed(Syllable word)
    {
        var letters = string.Concat(word.Marked.Where((c, i) => i == 0 || c != word.Marked[i - 1]));
        return letters.Length < word.Marked.Length && TextNormalizer.Tokenize(letters) is [var squeezed] && VietnameseSpelling.IsPossible(squeezed.Folded)
            ? squeezed
            : word;
    }
}
