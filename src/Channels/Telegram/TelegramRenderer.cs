using System.Text;
using Outreach.Channels.Rendering;
using Outreach.Content.Blocks;

namespace Outreach.Channels.Telegram;

/// <summary>A reply as Telegram's HTML.</summary>
internal static class TelegramRenderer
{
    /// <summary>UTF-16 units of visible text. Telegram takes 4096 code points, which are never more than units; the rest is slack.</summary>
    public const int PartLimit = 4000;

    public static IReadOnlyList<TelegramPart> Render(Reply reply, int limit = PartLimit)
    {
        var keyboard = TelegramKeyboard.Lay(reply.Buttons);
        IReadOnlyList<Block> blocks = keyboard.Unshown.Count == 0 ? reply.Blocks : [.. reply.Blocks, keyboard.AsText()];
        var parts = FlowSplitter.Split(new FlowBuilder(FlowStyle.Telegram).Build(blocks), limit)
            .Select(p => new TelegramPart(Html(p), Plain(p)))
            .ToList();
        Cover(parts, reply.Covered, limit);
        if (parts.Count > 0)
        {
            parts[^1] = parts[^1] with { Keyboard = keyboard.Markup };
        }

        return parts;
    }

    /// <summary>A notification shows bars for what is under a spoiler: https://core.telegram.org/bots/api#html-style</summary>
    private static void Cover(List<TelegramPart> parts, IReadOnlyList<Block> covered, int limit)
    {
        foreach (var spans in FlowSplitter.Split(new FlowBuilder(FlowStyle.Plain).Build(covered), limit))
        {
            var (html, plain) = ($"<tg-spoiler>{Html(spans)}</tg-spoiler>", Plain(spans));
            if (parts.Count > 0 && parts[^1].Plain.Length + plain.Length < limit)
            {
                parts[^1] = new TelegramPart($"{parts[^1].Html}\n\n{html}", $"{parts[^1].Plain}\n\n{plain}");
            }
            else
            {
                parts.Add(new TelegramPart(html, plain));
            }
        }
    }

    private static string Html(IReadOnlyList<Span> spans)
    {
        var html = new StringBuilder();
        var open = new Stack<Mark>();
        foreach (var span in spans)
        {
            var kept = open.Reverse().Zip(span.Marks).TakeWhile(p => p.First == p.Second).Count();
            while (open.Count > kept)
            {
                Close(html, open.Pop());
            }

            foreach (var mark in span.Marks.Skip(kept))
            {
                Open(html, mark);
                open.Push(mark);
            }

            Escape(html, span.Text);
        }

        while (open.Count > 0)
        {
            Close(html, open.Pop());
        }

        return html.ToString().Trim();
    }

    private static string Plain(IReadOnlyList<Span> spans)
    {
        var text = new StringBuilder();
        for (var i = 0; i < spans.Count; i++)
        {
            text.Append(spans[i].Text);
            var link = Link(spans[i]);
            if (link is not null && (i + 1 == spans.Count || Link(spans[i + 1]) != link))
            {
                text.Append(" (").Append(link).Append(" )");
            }
        }

        return text.ToString().Trim();
    }

    private static string? Link(Span span) => span.Marks.FirstOrDefault(m => m.Kind == MarkKind.Link).Value;

    private static void Open(StringBuilder html, Mark mark)
    {
        switch (mark.Kind)
        {
            case MarkKind.Link:
                html.Append("<a href=\"");
                Escape(html, mark.Value!, inAttribute: true);
                html.Append("\">");
                break;
            case MarkKind.Pre when mark.Value is { Length: > 0 } language:
                html.Append("<pre><code class=\"language-");
                Escape(html, language, inAttribute: true);
                html.Append("\">");
                break;
            default:
                html.Append('<').Append(Name(mark.Kind)).Append('>');
                break;
        }
    }

    private static void Close(StringBuilder html, Mark mark)
    {
        if (mark is { Kind: MarkKind.Pre, Value.Length: > 0 })
        {
            html.Append("</code>");
        }

        html.Append("</").Append(Name(mark.Kind)).Append('>');
    }

    private static string Name(MarkKind kind) => kind switch
    {
        MarkKind.Bold => "b",
        MarkKind.Italic => "i",
        MarkKind.Code => "code",
        MarkKind.Pre => "pre",
        MarkKind.Quote => "blockquote",
        MarkKind.Link => "a",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static void Escape(StringBuilder html, string text, bool inAttribute = false)
    {
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' when inAttribute => html.Append("&quot;"),
                _ => html.Append(c),
            };
        }
    }
}
