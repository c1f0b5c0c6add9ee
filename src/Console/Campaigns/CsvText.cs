using System.Text;

namespace Outreach.Staff.Campaigns;

/// <summary>A table as a CSV file (RFC 4180) that a spreadsheet opens in Vietnamese, and in which nothing typed by anybody is a formula.</summary>
internal static class CsvText
{
    public static byte[] Of(IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Cell(string value)
    {
        var inert = value.Length > 0 && (value[0] is '=' or '+' or '-' or '@' or '\t' or '\r') ? "'" + value : value;
        return $"\"{inert.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
