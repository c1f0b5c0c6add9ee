using System.Text;
using System.Text.Json;

namespace Outreach.Channels.Telegram;

/// <summary>What an update looked like, for whoever mends the reader: names of members and kinds of values, never a value.</summary>
internal static class UpdateShape
{
    private const int MaxChars = 500;
    private const int MaxDepth = 6;
    private const int MaxNameChars = 32;

    public static string Of(JsonElement element)
    {
        var shape = new StringBuilder();
        Write(shape, element, 0);
        return shape.Length <= MaxChars ? shape.ToString() : shape.ToString(0, MaxChars - 1) + "…";
    }

    public static string OfUnparsed(string fault, int bytes) => $"{fault}, {bytes} bytes";

    private static void Write(StringBuilder shape, JsonElement element, int depth)
    {
        if (shape.Length > MaxChars)
        {
            return;
        }

        switch (element.ValueKind)
        {
            case JsonValueKind.Object when depth < MaxDepth:
                shape.Append('{');
                foreach (var (i, member) in element.EnumerateObject().Index())
                {
                    shape.Append(i > 0 ? "," : "").Append(Name(member)).Append(':');
                    Write(shape, member.Value, depth + 1);
                    if (shape.Length > MaxChars)
                    {
                        return;
                    }
                }

                shape.Append('}');
                break;
            case JsonValueKind.Array when depth < MaxDepth && element.GetArrayLength() > 0:
                shape.Append('[');
                Write(shape, element[0], depth + 1);
                shape.Append(']');
                break;
            default:
                shape.Append(element.ValueKind.ToString().ToLowerInvariant());
                break;
        }
    }

    /// <summary>A name that is not like one of the Bot API's may itself be somebody's text.</summary>
    private static string Name(JsonProperty member)
    {
        try
        {
            return member.Name.Length <= MaxNameChars && member.Name.All(c => char.IsAsciiLetterLower(c) || c == '_') ? member.Name : "?";
        }
        catch (InvalidOperationException)
        {
            return "?";
        }
    }
}
