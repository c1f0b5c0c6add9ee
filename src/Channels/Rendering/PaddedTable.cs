using Outreach.Content.Blocks;

namespace Outreach.Channels.Rendering;

/// <summary>A small table as lines of one width, for a fixed-width font.</summary>
internal static class PaddedTable
{
    private const string Between = " | ";

    /// <summary>The header's line and a line for each row, or null when it is too wide or holds what fixed width cannot show (a link).</summary>
    public static IReadOnlyList<string>? TryWrite(Block.Table table, int maxColumns)
    {
        var rows = table.Rows.Prepend(table.Header).ToList();
        if (maxColumns == 0 || rows.SelectMany(r => r).Any(HoldsWebLink))
        {
            return null;
        }

        var cells = rows.Select(r => r.Select(FlowInlines.Letters).ToArray()).ToList();
        var columns = cells.Max(r => r.Length);
        var widths = Enumerable.Range(0, columns).Select(c => cells.Max(r => c < r.Length ? VisibleText.Columns(r[c]) : 0)).ToArray();
        if (widths.Sum() + (Between.Length * (columns - 1)) > maxColumns)
        {
            return null;
        }

        return [.. cells.Select(r => string.Join(Between, r.Select((cell, c) => cell + new string(' ', widths[c] - VisibleText.Columns(cell)))).TrimEnd())];
    }

    private static bool HoldsWebLink(IReadOnlyList<Inline> inlines) => inlines.Any(i => i switch
    {
        Inline.Link link => !LinkAddress.TryRead(link.Url, out var address) || !address.SaysTheSameAs(FlowInlines.Letters(link.Content)),
        Inline.Strong strong => HoldsWebLink(strong.Content),
        Inline.Emphasis emphasis => HoldsWebLink(emphasis.Content),
        _ => false,
    });
}
