using System.Text;

namespace Outreach.Storage.Subscribers.Import;

/// <summary>Cells of one line, as RFC 4180 writes them; a cell never goes over a line's end.</summary>
internal static class CsvCells
{
    /// <returns>Null when a quote is not closed, or something stands behind a closed one.</returns>
    public static IReadOnlyList<string>? Split(string line)
    {
        var cells = new List<string>(8);
        var at = 0;
        while (true)
        {
            if (at < line.Length && line[at] == '"')
            {
                if (Quoted(line, ref at) is not { } cell)
                {
                    return null;
                }

                cells.Add(cell.Trim());
            }
            else
            {
                var ends = line.IndexOf(',', at) is >= 0 and var comma ? comma : line.Length;
                cells.Add(line[at..ends].Trim());
                at = ends;
            }

            if (at == line.Length)
            {
                return cells;
            }

            if (line[at++] != ',')
            {
                return null;
            }
        }
    }

    /// <summary>What stands in a file where it holds a comma, a quote or a line break.</summary>
    public static string Write(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string? Quoted(string line, ref int at)
    {
        var cell = new StringBuilder();
        for (at++; at < line.Length; at++)
        {
            if (line[at] != '"')
            {
                cell.Append(line[at]);
            }
            else if (at + 1 < line.Length && line[at + 1] == '"')
            {
                cell.Append(line[at++]);
            }
            else
            {
                at++;
                return cell.ToString();
            }
        }

        return null;
    }
}
