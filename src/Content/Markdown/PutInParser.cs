using Markdig.Helpers;
using Markdig.Parsers;

namespace Outreach.Content.Markdown;

/// <summary>Reads <c>{{id}}</c> and <c>{{hotline:id}}</c>.</summary>
internal sealed class PutInParser : InlineParser
{
    public PutInParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '{')
        {
            return false;
        }

        var text = slice.AsSpan();
        var end = text.IndexOf("}}");
        var newLine = text.IndexOfAny('\r', '\n');
        var closed = end >= 0 && (newLine < 0 || end < newLine);
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new PutInInline(closed ? text[2..end].Trim().ToString() : null) { Line = line, Column = column, Span = new(start, start) };
        slice.Start += closed ? end + 2 : 2;
        return true;
    }
}
