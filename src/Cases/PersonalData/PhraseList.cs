namespace Outreach.Cases.PersonalData;

/// <summary>Phrases of one to four words, known with their marks and without.</summary>
internal sealed class PhraseList
{
    private readonly Dictionary<string, (string[] Marked, string[] Plain)[]> _byFirst;

    private readonly HashSet<string> _lasts;

    /// <param name="lines">Phrases, parted by commas.</param>
    public PhraseList(params string[] lines)
    {
        _byFirst = lines.SelectMany(line => line.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Distinct().Select(phrase => (Marked: phrase.Split(' ').Select(Letters.Settled).ToArray(), Plain: Letters.Plain(phrase).Split(' ')))
            .GroupBy(phrase => phrase.Plain[0], StringComparer.Ordinal)
            .ToDictionary(phrases => phrases.Key, phrases => phrases.OrderByDescending(phrase => phrase.Marked.Length).ToArray(), StringComparer.Ordinal);
        _lasts = new HashSet<string>(_byFirst.Values.SelectMany(phrases => phrases).Select(phrase => phrase.Plain[^1]), StringComparer.Ordinal);
    }

    /// <summary>How many tokens the longest phrase beginning at this one has; 0 when none does.</summary>
    /// <param name="exactly">With its marks only: who writes marks means another word without them.</param>
    public int At(Reading reading, int index, bool exactly = false)
    {
        if (!_byFirst.TryGetValue(reading[index].Plain, out var phrases))
        {
            return 0;
        }

        foreach (var (marked, plain) in phrases)
        {
            var i = 0;
            while (i < marked.Length && Same(reading[index + i], marked[i], plain[i], exactly))
            {
                i++;
            }

            if (i == marked.Length)
            {
                return i;
            }
        }

        return 0;
    }

    /// <summary>Whether a phrase ends with the token before this one.</summary>
    public bool EndsBefore(Reading reading, int index)
    {
        if (!_lasts.Contains(reading[index - 1].Plain))
        {
            return false;
        }

        for (var length = 1; length <= 4 && length <= index; length++)
        {
            if (At(reading, index - length) >= length)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Same(in Token token, string marked, string plain, bool exactly) =>
        token.Length > 0 && (token.Lower == marked || !exactly && token.Lower == token.Plain && token.Plain == plain);
}
