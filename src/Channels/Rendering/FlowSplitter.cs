namespace Outreach.Channels.Rendering;

/// <summary>Ends messages where a reader minds least: between blocks, else between items or rows, else after a sentence, at a space, between graphemes.</summary>
internal sealed class FlowSplitter
{
    private readonly int _limit;
    private readonly List<IReadOnlyList<Span>> _parts = [];
    private List<Span> _part = [];
    private int _length;

    private FlowSplitter(int limit) => _limit = limit;

    /// <summary>One list of spans a message, none longer than so many UTF-16 units of visible text.</summary>
    public static IReadOnlyList<IReadOnlyList<Span>> Split(FlowNode node, int limit)
    {
        var splitter = new FlowSplitter(limit);
        splitter.Place(node, gap: null, head: null);
        splitter.Flush();
        return splitter._parts;
    }

    private void Place(FlowNode node, Span? gap, FlowNode.Leaf? head)
    {
        var gapLength = _length == 0 ? 0 : gap?.Text.Length ?? 0;
        if (_length + gapLength + node.Length <= _limit)
        {
            AddGap(gap);
            AddAll(node);
        }
        else if (node.Length + (head?.Length ?? 0) + (gap?.Text.Length ?? 0) <= _limit)
        {
            Flush();
            AddHead(head, gap);
            AddAll(node);
        }
        else if (node is FlowNode.Group group)
        {
            for (var i = 0; i < group.Children.Count; i++)
            {
                Place(group.Children[i], i == 0 ? gap : group.Gap, i == 0 ? null : group.Head);
            }
        }
        else
        {
            BreakUp((FlowNode.Leaf)node, gap);
        }
    }

    private void BreakUp(FlowNode.Leaf leaf, Span? gap)
    {
        var rest = leaf.Spans;
        while (rest.Count > 0)
        {
            var room = _limit - _length - (_length == 0 ? 0 : gap?.Text.Length ?? 0);
            if (rest.Sum(s => s.Text.Length) <= room)
            {
                AddGap(gap);
                Add(rest);
                return;
            }

            var at = room <= 0 ? 0 : LeafBreak.Find(rest, room, mustBreak: _length == 0);
            if (at == 0)
            {
                Flush();
                continue;
            }

            AddGap(gap);
            var (before, after) = LeafBreak.At(rest, at);
            Add(before);
            Flush();
            rest = after;
            gap = null;
        }
    }

    private void AddAll(FlowNode node)
    {
        switch (node)
        {
            case FlowNode.Leaf leaf:
                Add(leaf.Spans);
                break;
            case FlowNode.Group group:
                for (var i = 0; i < group.Children.Count; i++)
                {
                    if (i > 0)
                    {
                        Add([group.Gap]);
                    }

                    AddAll(group.Children[i]);
                }

                break;
        }
    }

    private void AddGap(Span? gap)
    {
        if (_length > 0 && gap is { } span)
        {
            Add([span]);
        }
    }

    private void AddHead(FlowNode.Leaf? head, Span? gap)
    {
        if (head is not null)
        {
            Add(head.Spans);
            AddGap(gap);
        }
    }

    private void Add(IEnumerable<Span> spans)
    {
        foreach (var span in spans)
        {
            _part.Add(span);
            _length += span.Text.Length;
        }
    }

    private void Flush()
    {
        if (_part.Any(s => !string.IsNullOrWhiteSpace(s.Text)))
        {
            _parts.Add(_part);
        }

        _part = [];
        _length = 0;
    }
}
