using System.Globalization;
using Outreach.Content.Blocks;

namespace Outreach.Channels.Rendering;

/// <summary>Writes a tree of blocks out as what will be visible.</summary>
internal sealed class FlowBuilder(FlowStyle style)
{
    private const int LongestCapitalHeading = 40;
    private static readonly IReadOnlyList<Mark> NoMarks = [];
    private readonly FlowInlines _inlines = new(style);

    public FlowNode.Group Build(IReadOnlyList<Block> blocks) => Blocks(blocks, NoMarks, "", "\n\n");

    private FlowNode.Group Blocks(IReadOnlyList<Block> blocks, IReadOnlyList<Mark> marks, string indent, string gap)
    {
        var nodes = new List<FlowNode>();
        for (var i = 0; i < blocks.Count; i++)
        {
            var node = Node(blocks[i], marks, indent);

            // A heading at the foot of a message would head nothing: it stays with what follows.
            if (blocks[i] is Block.Heading && i + 1 < blocks.Count)
            {
                node = new FlowNode.Group([node, Node(blocks[++i], marks, indent)], new Span(gap + indent, marks));
            }

            nodes.Add(node);
        }

        return new FlowNode.Group(nodes, new Span(gap + indent, marks));
    }

    private FlowNode Node(Block block, IReadOnlyList<Mark> marks, string indent) => block switch
    {
        Block.Heading heading => Heading(heading, marks),
        Block.Paragraph paragraph => new FlowNode.Leaf(_inlines.Write(paragraph.Text, marks, indent)),
        Block.Items items => Items(items, marks, indent),
        Block.Table table => Table(table, marks, indent),
        Block.Quote quote => Quote(quote, marks, indent),
        Block.Code code => Lines(VisibleText.Clean(code.Text).TrimEnd('\n').Split('\n'), Pre(marks, code.Language), indent, head: null),
        Block.Rule => new FlowNode.Leaf([new Span("—————", marks)]),
        Block.Image image => new FlowNode.Leaf(image.Alt.Length == 0 ? [] : [new Span(VisibleText.Clean(image.Alt), marks)]),
        _ => throw new InvalidOperationException($"No rendering for {block.GetType().Name}."),
    };

    private FlowNode.Leaf Heading(Block.Heading heading, IReadOnlyList<Mark> marks)
    {
        if (style.Marks)
        {
            return new FlowNode.Leaf(_inlines.Write(heading.Text, [.. marks, new Mark(MarkKind.Bold)]));
        }

        var spans = _inlines.Write(heading.Text, marks);
        return spans.Sum(s => s.Text.Length) > LongestCapitalHeading
            ? new FlowNode.Leaf(spans)
            : new FlowNode.Leaf([.. spans.Select(s => s.Whole ? s : s with { Text = s.Text.ToUpper(CultureInfo.InvariantCulture) })]);
    }

    private FlowNode.Group Items(Block.Items items, IReadOnlyList<Mark> marks, string indent)
    {
        var entries = items.Entries.Select((entry, i) =>
        {
            var marker = items.Ordered ? string.Create(CultureInfo.InvariantCulture, $"{items.Start + i}. ") : "• ";
            var inner = indent + new string(' ', marker.Length);
            var body = Blocks(entry, marks, inner, "\n");
            return Prepend(body, new Span(marker, marks)) ?? new FlowNode.Leaf([new Span(marker, marks), .. Flat(body)]);
        });
        return new FlowNode.Group([.. entries], new Span("\n" + indent, marks));
    }

    private FlowNode.Group Table(Block.Table table, IReadOnlyList<Mark> marks, string indent)
    {
        if (PaddedTable.TryWrite(table, style.TableColumns) is { } lines)
        {
            var pre = Pre(marks, language: null);
            return Lines(lines, pre, indent, new FlowNode.Leaf([new Span(lines[0], pre)]));
        }

        var rows = table.Rows.Select(row => (FlowNode)new FlowNode.Leaf(Record(table.Header, row, marks)));
        return new FlowNode.Group([.. rows], new Span("\n" + indent, marks));
    }

    private List<Span> Record(IReadOnlyList<IReadOnlyList<Inline>> header, IReadOnlyList<IReadOnlyList<Inline>> row, IReadOnlyList<Mark> marks)
    {
        var spans = new List<Span>();
        for (var i = 0; i < row.Count; i++)
        {
            if (row[i].Count == 0)
            {
                continue;
            }

            spans.AddRange(spans.Count > 0 ? [new Span("; ", marks)] : []);
            var name = i < header.Count ? _inlines.Write(header[i], marks) : [];
            if (name.Count > 0)
            {
                spans.AddRange(name);
                spans.Add(new Span(": ", marks));
            }

            spans.AddRange(_inlines.Write(row[i], marks));
        }

        return spans;
    }

    private FlowNode Quote(Block.Quote quote, IReadOnlyList<Mark> marks, string indent)
    {
        // Telegram takes no quote within a quote: an inner one gets quotation marks, as on channels without markup.
        if (style.Marks && !marks.Any(m => m.Kind == MarkKind.Quote))
        {
            return Blocks(quote.Blocks, [new Mark(MarkKind.Quote), .. marks], indent, "\n");
        }

        var inner = Blocks(quote.Blocks, marks, indent, "\n");
        FlowNode opened = Prepend(inner, new Span("“", marks)) ?? inner;
        return Append(opened, new Span("”", marks)) ?? opened;
    }

    private static FlowNode.Group Lines(IReadOnlyList<string> lines, IReadOnlyList<Mark> marks, string indent, FlowNode.Leaf? head) =>
        new([.. lines.Select(l => new FlowNode.Leaf(l.Length == 0 ? [] : [new Span(l, marks)]))], new Span("\n" + indent, marks), head);

    private IReadOnlyList<Mark> Pre(IReadOnlyList<Mark> marks, string? language) =>
        style.Marks ? [.. marks.Where(m => m.Kind == MarkKind.Quote), new Mark(MarkKind.Pre, language)] : marks;

    /// <summary>Puts a span before the first letter; null when there is no text to put it before.</summary>
    private static FlowNode? Prepend(FlowNode node, Span span) => node switch
    {
        FlowNode.Leaf leaf => new FlowNode.Leaf([span, .. leaf.Spans]),
        FlowNode.Group { Children: [var first, ..] } group when Prepend(first, span) is { } changed =>
            new FlowNode.Group([changed, .. group.Children.Skip(1)], group.Gap, group.Head),
        _ => null,
    };

    private static FlowNode? Append(FlowNode node, Span span) => node switch
    {
        FlowNode.Leaf leaf => new FlowNode.Leaf([.. leaf.Spans, span]),
        FlowNode.Group { Children: [.., var last] } group when Append(last, span) is { } changed =>
            new FlowNode.Group([.. group.Children.SkipLast(1), changed], group.Gap, group.Head),
        _ => null,
    };

    private static IEnumerable<Span> Flat(FlowNode node) => node switch
    {
        FlowNode.Leaf leaf => leaf.Spans,
        FlowNode.Group group => group.Children.SelectMany((c, i) => i == 0 ? Flat(c) : Flat(c).Prepend(group.Gap)),
        _ => [],
    };
}
