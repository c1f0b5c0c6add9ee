namespace Outreach.Benchmarks.Peers;

/// <summary>A Markdown page of which only the part between two comments is generated.</summary>
internal static class AnswersPage
{
    private const string Begin = "<!-- peers: from here on written by the benchmark -->";
    private const string End = "<!-- peers: up to here -->";

    /// <summary>Puts the report between the comments; at the end of the page where it has none yet.</summary>
    public static void Write(string file, string report)
    {
        var page = File.Exists(file) ? File.ReadAllText(file) : "";
        var begin = page.IndexOf(Begin, StringComparison.Ordinal);
        var end = page.IndexOf(End, StringComparison.Ordinal);
        var written = $"{Begin}\n\n{report.Trim()}\n\n{End}";
        File.WriteAllText(file, begin >= 0 && end > begin
            ? page[..begin] + written + page[(end + End.Length)..]
            : $"{page.TrimEnd()}\n\n{written}\n".TrimStart());
    }
}
