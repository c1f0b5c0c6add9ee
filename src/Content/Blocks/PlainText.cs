using System.Text;

namespace Outreach.Content.Blocks;

/// <summary>Blocks as plain text in NFC: for the terminal, for search, for counting what a phone shows.</summary>
public static class PlainText
{
    /// <param name="blocks">Resolved blocks; a figure or number not put in shows as its braces.</param>
    public static string Of(IReadOnlyList<Block> blocks) => string.Join("\n\n", blocks.Select(Of).Where(t => t.Length > 0));

    public static string Of(IReadOnlyList<Inline> inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines)
        {
            text.Append(Of(inline));
        }

        return text.ToString();
    }

    private static string Of(Block block) => block switch
    {
        Block.Heading heading => Of(heading.Text),
        Block.Paragraph paragraph => Of(paragraph.Text),
        Block.Items items => string.Join('\n', items.Entries.Select((entry, i) => Entry(items, entry, i))),
        Block.Table table => string.Join('\n', table.Rows.Select(row => Row(table.Header, row))),
        Block.Quote quote => Of(quote.Blocks),
        Block.Code code => code.Text,
        Block.Image image => image.Alt,
        _ => "",
    };

    private static string Entry(Block.Items items, IReadOnlyList<Block> entry, int index)
    {
        var mark = items.Ordered ? $"{items.Start + index}. " : "- ";
        var text = string.Join('\n', entry.Select(Of).Where(t => t.Length > 0));
        return mark + text.Replace("\n", "\n" + new string(' ', mark.Length), StringComparison.Ordinal);
    }

    /// <summary>A row reads as "column: value; column: value": a table's shape is lost on a phone and on a screen reader.</summary>
    private static string Row(IReadOnlyList<IReadOnlyList<Inline>> header, IReadOnlyList<IReadOnlyList<Inline>> row) =>
        string.Join("; ", row.Select((cell, i) => (Name: i < header.Count ? Of(header[i]) : "", Value: Of(cell)))
            .Where(c => c.Value.Length > 0)
            .Select(c => c.Name.Length > 0 ? $"{c.Name}: {c.Value}" : c.Value));

    private static string Of(Inline inline) => inline switch
    {
        Inline.Text text => text.Value,
        Inline.Code code => code.Value,
        Inline.Strong strong => Of(strong.Content),
        Inline.Emphasis emphasis => Of(emphasis.Content),
        Inline.Link link => Link(link),
        Inline.LineBreak => "\n",
        Inline.Figure figure => "{{" + figure.Id + "}}",
        Inline.HotlineNumber number => "{{hotline:" + number.Id + "}}",
        _ => "",
    };

    /// <summary>The address is written out only where the words do not say it already and it leads out to the web.</summary>
    private static string Link(Inline.Link link)
    {
        var words = Of(link.Content);
        var outside = link.Url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || link.Url.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        return outside && !string.Equals(words, link.Url, StringComparison.OrdinalIgnoreCase) ? $"{words} ({link.Url})" : words;
    }
}
