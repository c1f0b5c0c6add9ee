using System.Globalization;
using System.Text;

namespace Outreach.Testing.Telegram;

/// <summary>Telegram's parser of HTML, as strict as the real one: unknown tags and bad nesting are refused.</summary>
public static class TelegramHtml
{
    private static readonly HashSet<string> Tags =
        ["b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "tg-spoiler", "span", "a", "code", "pre", "blockquote", "tg-emoji", "tg-time"];

    /// <summary>The visible text, or what the server would say is wrong.</summary>
    public static (string Text, string? Fault) Parse(string html)
    {
        var text = new StringBuilder();
        var open = new Stack<string>();
        for (var i = 0; i < html.Length;)
        {
            if (html[i] == '&')
            {
                i += Entity(html, i, text);
            }
            else if (html[i] != '<')
            {
                text.Append(html[i++]);
            }
            else
            {
                var end = html.IndexOf('>', i);
                if (end < 0)
                {
                    return ("", $"Unclosed start tag at byte offset {Offset(html, i)}");
                }

                if (Tag(html[(i + 1)..end], open, Offset(html, i)) is { } fault)
                {
                    return ("", fault);
                }

                i = end + 1;
            }
        }

        return open.Count > 0 ? ("", $"Can't find end tag corresponding to start tag \"{open.Peek()}\"") : (text.ToString().Trim(), null);
    }

    private static string? Tag(string inner, Stack<string> open, int offset)
    {
        if (inner.StartsWith('/'))
        {
            var closing = inner[1..].Trim().ToLowerInvariant();
            if (open.Count == 0)
            {
                return $"Unexpected end tag at byte offset {offset}";
            }

            var expected = open.Pop();
            return closing.Length > 0 && closing != expected
                ? $"Unmatched end tag at byte offset {offset}, expected \"</{expected}>\", found \"</{closing}>\""
                : null;
        }

        var name = inner.Split(' ', '\n', '\t')[0].ToLowerInvariant();
        if (!Tags.Contains(name))
        {
            return $"Unsupported start tag \"{name}\" at byte offset {offset}";
        }

        if (inner.Length > name.Length && inner.Count(c => c == '"') % 2 != 0)
        {
            return $"Unclosed start tag at byte offset {offset}";
        }

        if (name == "blockquote" && open.Contains("blockquote"))
        {
            return "blockquote can't be nested";
        }

        if (open.Contains("pre") && !(name == "code" && open.Peek() == "pre"))
        {
            return $"pre can't contain {name}";
        }

        open.Push(name);
        return null;
    }

    private static int Entity(string html, int at, StringBuilder text)
    {
        var end = html.IndexOf(';', at);
        var name = end > at && end - at <= 10 ? html[(at + 1)..end] : "";
        var decoded = name switch
        {
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "quot" => "\"",
            _ when name.StartsWith("#x", StringComparison.Ordinal) && int.TryParse(name[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hex) => char.ConvertFromUtf32(hex),
            _ when name.StartsWith('#') && int.TryParse(name[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var code) => char.ConvertFromUtf32(code),
            _ => null,
        };
        text.Append(decoded ?? "&");
        return decoded is null ? 1 : end - at + 1;
    }

    private static int Offset(string html, int at) => Encoding.UTF8.GetByteCount(html.AsSpan(0, at));
}
