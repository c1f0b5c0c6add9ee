namespace Outreach.Content.Search;

/// <summary>The forms of an English word: notice and notices, quit and quitting. No Vietnamese syllable ends in -s, -ed or -ing.</summary>
internal static class EnglishEndings
{
    private const int ShortestBase = 3;

    /// <summary>What a word with an ending may be a form of; empty for a word without one.</summary>
    public static IEnumerable<string> Bases(string folded)
    {
        var word = folded;
        if (word.EndsWith("ies", StringComparison.Ordinal))
        {
            return Long(word[..^3] + "y");
        }

        if (word.EndsWith("es", StringComparison.Ordinal))
        {
            return Long(word[..^1], word[..^2]);
        }

        if (word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal))
        {
            return Long(word[..^1]);
        }

        return word.EndsWith("ing", StringComparison.Ordinal) ? OfStem(word[..^3])
            : word.EndsWith("ed", StringComparison.Ordinal) ? OfStem(word[..^2])
            : [];
    }

    /// <summary>Every other form the word may stand in.</summary>
    public static IEnumerable<string> Forms(string folded) => Bases(folded)
        .SelectMany(word => Endings(word).Prepend(word))
        .Concat(Endings(folded))
        .Where(form => form != folded);

    private static IEnumerable<string> OfStem(string stem) =>
        stem.Length > ShortestBase && stem[^1] == stem[^2] ? Long(stem[..^1], stem) : Long(stem, stem + "e");

    private static IEnumerable<string> Endings(string word)
    {
        var stem = word.EndsWith('e') ? word[..^1] : word;
        return [word + "s", stem + "ed", stem + "ing"];
    }

    private static IEnumerable<string> Long(params IEnumerable<string> words) => words.Where(w => w.Length >= ShortestBase);
}
