using System.Text.Json;

namespace Outreach.Channels.Telegram;

/// <summary>Parts the answer of getUpdates into its updates without reading them, so that one that cannot be read costs no other.</summary>
/// <remarks>Counts brackets outside of strings and nothing else: too deep nesting, bytes that are no UTF-8 and wrong types are the concern of whoever reads the one update.</remarks>
internal static class UpdateSlices
{
    /// <returns>False when the answer as a whole is not <c>{"result":[…</c>. A cut answer gives the updates that are whole.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> answer, out IReadOnlyList<ReadOnlyMemory<byte>> updates)
    {
        var slices = new List<ReadOnlyMemory<byte>>();
        updates = slices;
        if (FindResult(answer.Span) is not { } start)
        {
            return false;
        }

        var at = start;
        while (NextValue(answer.Span, ref at) is { } range)
        {
            slices.Add(answer[range]);
        }

        return true;
    }

    /// <summary>The place behind the bracket that opens <c>result</c>.</summary>
    private static int? FindResult(ReadOnlySpan<byte> answer)
    {
        try
        {
            var reader = new Utf8JsonReader(answer);
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1)
                {
                    continue;
                }

                if (reader.ValueTextEquals("result"u8))
                {
                    return reader.Read() && reader.TokenType == JsonTokenType.StartArray ? (int)reader.BytesConsumed : null;
                }

                reader.Skip();
            }
        }
        catch (JsonException)
        {
            // Not JSON even before the result: said by the return value.
        }

        return null;
    }

    private static Range? NextValue(ReadOnlySpan<byte> json, ref int at)
    {
        while (at < json.Length && json[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)',')
        {
            at++;
        }

        var start = at;
        var depth = 0;
        var inString = false;
        for (; at < json.Length; at++)
        {
            var b = json[at];
            if (inString)
            {
                at += b == '\\' ? 1 : 0;
                inString = b != '"';
            }
            else if (b == '"')
            {
                inString = true;
            }
            else if (b is (byte)'{' or (byte)'[')
            {
                depth++;
            }
            else if (depth == 0 && b is (byte)',' or (byte)']')
            {
                return at > start ? start..at : null;
            }
            else if (b is (byte)'}' or (byte)']' && --depth == 0)
            {
                at++;
                return start..at;
            }
        }

        return null;
    }
}
