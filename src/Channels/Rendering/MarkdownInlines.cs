using System.Text;
using Outreach.Content.Blocks;

namespace Outreach.Channels.Rendering;

/// <summary>Inlines as Markdown.</summary>
internal static class MarkdownInlines
{
    public static string Write(IReadOnlyList<Inline> inlines, bool oneLine = false)
    {
        var markdown = new StringBuilder();
        Write(markdown, inlines, oneLine);
        return markdown.ToString().Trim();
    }

    private static void Write(StringBuilder markdown, IReadOnlyList<Inline> inlines, bool oneLine)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case Inline.Text text:
                    Escape(markdown, VisibleText.Clean(text.Value).Replace('\n', ' '));
                    break;
                case Inline.Strong strong:
                    Wrap(markdown, "**", strong.Content, oneLine);
                    break;
                case Inline.Emphasis emphasis:
                    Wrap(markdown, "*", emphasis.Content, oneLine);
                    break;
                case Inline.Code code:
                    Code(markdown, VisibleText.Clean(code.Value));
                    break;
                case Inline.Link link:
                    Link(markdown, link, oneLine);
                    break;
                case Inline.LineBreak:
                    markdown.Append(oneLine ? " " : "\\\n");
                    break;
                default:
                    throw new InvalidOperationException($"A {inline.GetType().Name} came to a renderer: blocks are resolved (ContentSnapshot.Resolve) before they are shown.");
            }
        }
    }

    private static void Link(StringBuilder markdown, Inline.Link link, bool oneLine)
    {
        if (!LinkAddress.TryRead(link.Url, out _))
        {
            Write(markdown, link.Content, oneLine);
            return;
        }

        markdown.Append('[');
        Write(markdown, link.Content, oneLine);
        markdown.Append("](");
        foreach (var c in link.Url)
        {
            markdown.Append(c is '(' or ')' or '<' or '>' or '\\' || char.IsWhiteSpace(c) ? Uri.HexEscape(c) : c);
        }

        markdown.Append(')');
    }

    /// <summary>Blanks at the ends stand outside: markers next to them would be plain asterisks.</summary>
    private static void Wrap(StringBuilder markdown, string marker, IReadOnlyList<Inline> content, bool oneLine)
    {
        var inner = new StringBuilder();
        Write(inner, content, oneLine);
        var text = inner.ToString();
        var trimmed = text.Trim();
        if (trimmed.Length == 0)
        {
            markdown.Append(text);
            return;
        }

        var start = text.IndexOf(trimmed, StringComparison.Ordinal);
        markdown.Append(text, 0, start).Append(marker).Append(trimmed).Append(marker).Append(text, start + trimmed.Length, text.Length - start - trimmed.Length);
    }

    private static void Code(StringBuilder markdown, string code)
    {
        var fence = "`";
        while (code.Contains(fence, StringComparison.Ordinal))
        {
            fence += "`";
        }

        var pad = code.StartsWith('`') || code.EndsWith('`') ? " " : "";
        markdown.Append(fence).Append(pad).Append(code.Replace('\n', ' ')).Append(pad).Append(fence);
    }

    private static void Escape(StringBuilder markdown, string text)
    {
        var lineStart = markdown.Length == 0 || markdown[^1] == '\n';
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var special = c switch
            {
                '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '~' => true,
                '&' => i + 1 < text.Length && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] == '#'),
                '#' or '+' or '-' or '=' => lineStart && OnlyBlanksBefore(text, i),
                '.' or ')' => lineStart && i > 0 && text.AsSpan(0, i).TrimStart() is { Length: > 0 } before && !before.ContainsAnyExceptInRange('0', '9'),
                _ => false,
            };
            if (special)
            {
                markdown.Append('\\');
            }

            markdown.Append(c);
        }
    }

    private static bool OnlyBlanksBefore(string text, int at) => text.AsSpan(0, at).Trim().IsEmpty;
}
