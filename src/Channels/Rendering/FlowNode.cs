namespace Outreach.Channels.Rendering;

/// <summary>What was a tree of blocks, with all that is visible written out: what is left to decide is where messages end.</summary>
internal abstract record FlowNode(int Length)
{
    /// <summary>Running text: broken after a sentence, else at a space, else between two graphemes.</summary>
    internal sealed record Leaf(IReadOnlyList<Span> Spans) : FlowNode(Spans.Sum(s => s.Text.Length));

    /// <summary>Broken between its children where it can be.</summary>
    /// <param name="Gap">Stands between two children of one message.</param>
    /// <param name="Head">Said again at the top of each further message: a table's header row.</param>
    internal sealed record Group(IReadOnlyList<FlowNode> Children, Span Gap, Leaf? Head = null)
        : FlowNode(Children.Sum(c => c.Length) + (Gap.Text.Length * Math.Max(0, Children.Count - 1)));
}
