using System.Globalization;
using Outreach.Content.Blocks;

namespace Outreach.Channels.Rendering;

/// <summary>Blocks as Markdown for clients that render it (Direct Line, Web Chat). Text is escaped: it never becomes markup.</summary>
public static class MarkdownRenderer
{
    public static string Render(IReadOnlyList<Block> blocks) => string.Join("\n\n", blocks.Select(Render).Where(b => b.Length > 0));

    private static string Render(Block block) => block switch
    {
        Block.Heading heading => new string('#', Math.Clamp(heading.Level, 1, 6)) + " " + MarkdownInlines.Write(heading.Text, oneLine: true),
        Block.Paragraph paragraph => MarkdownInlines.Write(paragraph.Text),
        Block.Items items => Items(items),
        Block.Table table => Table(table),
        Block.Quote quote => Prefix(Render(quote.Blocks), "> ", "> "),
        Block.Code code => Fenced(code),
        Block.Rule => "---",
        Block.Image image => MarkdownInlines.Write([new Inline.Text(image.Alt)]),
        _ => throw new InvalidOperationException($"No rendering for {block.GetType().Name}."),
    };

    private static string Items(Block.Items items) => string.Join('\n', items.Entries.Select((entry, i) =>
    {
        var marker = items.Ordered ? string.Create(CultureInfo.InvariantCulture, $"{items.Start + i}. ") : "- ";
        var tight = entry.All(b => b is Block.Paragraph or Block.Items) && entry.OfType<Block.Paragraph>().Count() <= 1;
        return Prefix(string.Join(tight ? "\n" : "\n\n", entry.Select(Render)), marker, new string(' ', marker.Length));
    }));

    private static string Table(Block.Table table)
    {
        var lines = new List<string> { Row(table.Header), "|" + string.Concat(table.Header.Select(_ => "---|")) };
        lines.AddRange(table.Rows.Select(Row));
        return string.Join('\n', lines);
    }

    private static string Row(IReadOnlyList<IReadOnlyList<Inline>> cells) => $"| {string.Join(" | ", cells.Select(c => MarkdownInlines.Write(c, oneLine: true)))} |";

    private static string Fenced(Block.Code code)
    {
        var fence = "```";
        while (code.Text.Contains(fence, StringComparison.Ordinal))
        {
            fence += "`";
        }

        return $"{fence}{code.Language}\n{VisibleText.Clean(code.Text).TrimEnd('\n')}\n{fence}";
    }

    private static string Prefix(string text, string first, string others) =>
        string.Join('\n', text.Split('\n').Select((line, i) => (i == 0 ? first : line.Length == 0 ? others.TrimEnd() : others) + line));
}
