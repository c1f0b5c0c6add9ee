using System.Globalization;
using System.Text;

namespace Outreach.Benchmarks.Peers;

/// <summary>A table in Markdown that reads well on a console too. Its first column is text, the others are figures.</summary>
internal static class Table
{
    public static string Of(string[] head, IEnumerable<string[]> rows)
    {
        string[][] all = [head, .. rows];
        var widths = head.Select((_, column) => all.Max(r => r[column].Length)).ToArray();
        var text = new StringBuilder();
        Append(text, all[0], widths);
        text.Append('|').AppendJoin('|', widths.Select((w, i) => i == 0 ? new string('-', w + 2) : new string('-', w + 1) + ":")).Append("|\n");
        foreach (var row in all.Skip(1))
        {
            Append(text, row, widths);
        }

        return text.ToString();
    }

    public static string Percent(double share) => double.IsNaN(share) ? "–" : (share * 100).ToString("F1", CultureInfo.InvariantCulture) + " %";

    public static string Figure(double value, string format = "F2") => value.ToString(format, CultureInfo.InvariantCulture);

    public static double At(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
    }

    private static void Append(StringBuilder text, string[] row, int[] widths) =>
        text.Append("| ").AppendJoin(" | ", row.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))).Append(" |\n");
}
