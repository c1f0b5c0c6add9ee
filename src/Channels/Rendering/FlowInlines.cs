using Outreach.Content.Blocks;

namespace Outreach.Channels.Rendering;

/// <summary>Writes inlines out as spans.</summary>
internal sealed class FlowInlines(FlowStyle style)
{
    public List<Span> Write(IReadOnlyList<Inline> inlines, IReadOnlyList<Mark> marks, string lineStart = "")
    {
        var spans = new List<Span>();
        Add(spans, inlines, marks, lineStart);
        return style.Marks ? spans : PartFromAddresses(spans);
    }

    /// <summary>The letters alone, on one line.</summary>
    public static string Letters(IReadOnlyList<Inline> inlines) => string.Concat(inlines.Select(i => i switch
    {
        Inline.Text text => VisibleText.Clean(text.Value),
        Inline.Code code => VisibleText.Clean(code.Value),
        Inline.Strong strong => Letters(strong.Content),
        Inline.Emphasis emphasis => Letters(emphasis.Content),
        Inline.Link link => Letters(link.Content),
        Inline.LineBreak => " ",
        _ => throw Unresolved(i),
    }));

    private void Add(List<Span> spans, IReadOnlyList<Inline> inlines, IReadOnlyList<Mark> marks, string lineStart)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case Inline.Text text:
                    AddText(spans, VisibleText.Clean(text.Value), marks);
                    break;
                case Inline.Strong strong:
                    Add(spans, strong.Content, With(marks, MarkKind.Bold), lineStart);
                    break;
                case Inline.Emphasis emphasis:
                    Add(spans, emphasis.Content, With(marks, MarkKind.Italic), lineStart);
                    break;
                case Inline.Code code:
                    AddText(spans, VisibleText.Clean(code.Value), With(marks, MarkKind.Code), whole: true);
                    break;
                case Inline.Link link:
                    AddLink(spans, link, marks, lineStart);
                    break;
                case Inline.LineBreak:
                    AddText(spans, "\n" + lineStart, marks);
                    break;
                default:
                    throw Unresolved(inline);
            }
        }
    }

    private void AddLink(List<Span> spans, Inline.Link link, IReadOnlyList<Mark> marks, string lineStart)
    {
        var label = Letters(link.Content);
        if (!LinkAddress.TryRead(link.Url, out var address))
        {
            Add(spans, link.Content, marks, lineStart);
        }
        else if (address.SaysTheSameAs(label))
        {
            AddText(spans, address.IsWeb ? address.Shown : label, marks, whole: true);
        }
        else if (style.Marks && address.IsWeb)
        {
            var under = new List<Span>();
            Add(under, link.Content, With(marks, MarkKind.Link, link.Url), lineStart);
            spans.AddRange(under.Select(s => s with { Whole = true }));
        }
        else
        {
            Add(spans, link.Content, marks, lineStart);
            AddText(spans, ": ", marks);
            AddText(spans, address.Shown, marks, whole: true);
        }
    }

    /// <summary>Where an address stands written out, punctuation behind it would be taken as part of it: a full stop at the end goes, other signs are moved off by a space.</summary>
    private static List<Span> PartFromAddresses(List<Span> spans)
    {
        for (var i = 0; i + 1 < spans.Count; i++)
        {
            var next = spans[i + 1].Text;
            if (spans[i].Whole && spans[i].Text.Contains("://", StringComparison.Ordinal) && next.Length > 0 && ".,;:!?)]”\"".Contains(next[0], StringComparison.Ordinal))
            {
                var last = i + 2 == spans.Count && next == ".";
                spans[i + 1] = spans[i + 1] with { Text = last ? "" : " " + next };
            }
        }

        return spans;
    }

    private static void AddText(List<Span> spans, string text, IReadOnlyList<Mark> marks, bool whole = false)
    {
        if (text.Length > 0)
        {
            spans.Add(new Span(text, marks, whole));
        }
    }

    private IReadOnlyList<Mark> With(IReadOnlyList<Mark> marks, MarkKind kind, string? value = null) =>
        style.Marks && !marks.Any(m => m.Kind == kind) ? [.. marks, new Mark(kind, value)] : marks;

    private static InvalidOperationException Unresolved(Inline inline) =>
        new($"A {inline.GetType().Name} came to a renderer: blocks are resolved (ContentSnapshot.Resolve) before they are shown.");
}
