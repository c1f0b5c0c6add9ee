namespace Outreach.Channels.Rendering;

/// <summary>Where running text may be broken.</summary>
internal static class LeafBreak
{
    /// <summary>How many characters go into this message, at most <paramref name="room"/>; 0 when none fit well and a fresh message may do better.</summary>
    public static int Find(IReadOnlyList<Span> spans, int room, bool mustBreak)
    {
        var text = string.Concat(spans.Select(s => s.Text));
        var locked = Locked(spans, text.Length);
        var space = 0;
        for (var i = Math.Min(room, text.Length - 1); i > 0; i--)
        {
            if (locked[i] || !char.IsWhiteSpace(text[i]))
            {
                continue;
            }

            // A sentence's end in the second half is worth a shorter message.
            if (EndsSentence(text, i) && i >= room / 2)
            {
                return i;
            }

            space = space == 0 ? i : space;
        }

        if (space > 0 || !mustBreak)
        {
            return space;
        }

        var boundary = VisibleText.GraphemeBoundary(text, room);
        var unlocked = boundary;
        while (unlocked > 0 && locked[unlocked])
        {
            unlocked--;
        }

        return unlocked > 0 ? VisibleText.GraphemeBoundary(text, unlocked) : boundary;
    }

    /// <summary>Parts the spans; the blanks at the break belong to neither side.</summary>
    public static (IReadOnlyList<Span> Before, IReadOnlyList<Span> After) At(IReadOnlyList<Span> spans, int at)
    {
        var before = new List<Span>();
        var after = new List<Span>();
        var position = 0;
        foreach (var span in spans)
        {
            var cut = Math.Clamp(at - position, 0, span.Text.Length);
            if (cut > 0)
            {
                before.Add(span with { Text = span.Text[..cut] });
            }

            if (cut < span.Text.Length)
            {
                var rest = after.Count == 0 ? span.Text[cut..].TrimStart() : span.Text[cut..];
                if (rest.Length > 0)
                {
                    after.Add(span with { Text = rest });
                }
            }

            position += span.Text.Length;
        }

        return (before, after);
    }

    private static bool EndsSentence(string text, int space) => text[space] == '\n' || ".!?…".Contains(text[space - 1], StringComparison.Ordinal);

    /// <summary>Marks the places inside a span that stays whole.</summary>
    private static bool[] Locked(IReadOnlyList<Span> spans, int length)
    {
        var locked = new bool[length + 1];
        var position = 0;
        foreach (var span in spans)
        {
            if (span.Whole)
            {
                Array.Fill(locked, true, position + 1, Math.Max(0, span.Text.Length - 1));
            }

            position += span.Text.Length;
        }

        return locked;
    }
}
