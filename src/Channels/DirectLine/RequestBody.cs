using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Outreach.Channels.DirectLine;

/// <summary>Reads a body that must be one JSON object.</summary>
internal static class RequestBody
{
    /// <summary>Direct Line takes no larger activity.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>Null when it is not; the answer has then been written. No body at all is an empty object.</summary>
    public static async Task<JsonObject?> ReadAsync(HttpContext context)
    {
        if (await ReadBytesAsync(context.Request.Body, context.RequestAborted) is not { } bytes)
        {
            await DirectLineAnswer.Error(context, StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", "An activity has at most 256 K.");
            return null;
        }

        if (Parse(bytes) is { } body)
        {
            return body;
        }

        await DirectLineAnswer.Error(context, StatusCodes.Status400BadRequest, "BadArgument", "The body must be one JSON object in UTF-8.");
        return null;
    }

    public static JsonObject? Parse(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return [];
        }

        try
        {
            // To text and back: what cannot be written (half a surrogate pair, a name twice) shows here and not in the middle of an answer.
            var parsed = JsonNode.Parse(bytes.Span, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject;
            _ = parsed?.ToJsonString(DirectLineAnswer.Readable);
            return parsed;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Null when there are more than allowed.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadBytesAsync(Stream body, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[8192];
        while (await body.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            if (kept.Length + read > MaxBytes)
            {
                return null;
            }

            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }

    /// <summary>A member that is a text; null for all else.</summary>
    public static string? Text(this JsonNode? parent, string name) =>
        parent is JsonObject members && members[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
