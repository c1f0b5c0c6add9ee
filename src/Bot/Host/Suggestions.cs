namespace Outreach.Bot.Host;

/// <summary>"Did you mean": the nearest of the words we know.</summary>
internal static class Suggestions
{
    /// <returns>A sentence with a blank in front, or nothing when none is near.</returns>
    public static string For(string word, IEnumerable<string> known)
    {
        var nearest = known.Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(candidate => candidate.Length > 0)
            .Select(candidate => (candidate, distance: Distance(word.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .OrderBy(pair => pair.distance)
            .FirstOrDefault();
        return nearest.candidate is null || nearest.distance > Math.Max(2, word.Length / 3) ? "" : $" Did you mean '{nearest.candidate}'?";
    }

    /// <summary>Levenshtein's.</summary>
    public static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
