namespace Outreach.Content.Checks;

/// <summary>Finds the name somebody meant.</summary>
internal static class Near
{
    /// <summary>A question that ends the advice, <c> Did you mean 'x'?</c>, or nothing where no name is near.</summary>
    public static string Hint(string written, IEnumerable<string> known, string prefix = "")
    {
        var best = known
            .Select(name => (Name: name, Distance: Distance(written, name)))
            .Where(n => n.Distance <= Math.Max(1, Math.Min(written.Length, n.Name.Length) / 3))
            .OrderBy(n => n.Distance)
            .ThenBy(n => n.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Name is null ? "" : $" Did you mean '{prefix}{best.Name}'?";
    }

    private static int Distance(string a, string b)
    {
        // Names longer than this are texts; the table would cost more than the hint is worth.
        if (a.Length > 200 || b.Length > 200)
        {
            return int.MaxValue;
        }

        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
