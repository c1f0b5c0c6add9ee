using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Outreach.Channels.DirectLine;

/// <summary>POST /conversations/{id}/upload. Files are read past and never kept, not even on a disk: we could not read them, and they may show a face. Their sender hears so from the bot.</summary>
internal sealed class DirectLineUpload(DirectLineConversations conversations, DirectLineActivities activities)
{
    private const int MaxParts = 20;
    private const long MaxBytes = 10 * 1024 * 1024;
    private const string ActivityType = "application/vnd.microsoft.activity";

    public async Task PostAsync(HttpContext context)
    {
        if (await conversations.OpenToSpeakAsync(context) is not { } open)
        {
            return;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            // The server's own bound is for small bodies.
            size.MaxRequestBodySize = MaxBytes;
        }

        if (context.Request.ContentLength > MaxBytes)
        {
            await DirectLineAnswer.Error(context, StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", "Files have at most 10 MB together.");
            return;
        }

        var sent = MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? await PartsAsync(context, HeaderUtilities.RemoveQuotes(type.Boundary).Value)
            : new JsonObject { ["attachments"] = new JsonArray(Attachment(type?.MediaType.Value, context.Request.Headers.ContentDisposition)) };
        if (sent is null)
        {
            await DirectLineAnswer.Error(context, StatusCodes.Status400BadRequest, "BadArgument", "The upload could not be read.");
            return;
        }

        sent["type"] ??= "message";
        if (context.Request.Query["userId"].ToString() is { Length: > 0 } user && sent["from"].Text("id") is null)
        {
            sent["from"] = new JsonObject { ["id"] = user };
        }

        await activities.TakeAsync(context, open, sent);
    }

    /// <summary>The activity of the upload with a line for each file; null when it is no such upload.</summary>
    private static async Task<JsonObject?> PartsAsync(HttpContext context, string? boundary)
    {
        if (string.IsNullOrEmpty(boundary))
        {
            return null;
        }

        JsonObject? activity = [];
        var attachments = new JsonArray();
        try
        {
            var reader = new MultipartReader(boundary, context.Request.Body) { BodyLengthLimit = MaxBytes };
            for (var parts = 0; parts < MaxParts && await reader.ReadNextSectionAsync(context.RequestAborted) is { } section; parts++)
            {
                if (section.ContentType?.StartsWith(ActivityType, StringComparison.OrdinalIgnoreCase) == true)
                {
                    activity = await RequestBody.ReadBytesAsync(section.Body, context.RequestAborted) is { } bytes ? RequestBody.Parse(bytes) : null;
                }
                else
                {
                    attachments.Add(Attachment(section.ContentType, section.ContentDisposition));
                    await section.Body.CopyToAsync(Stream.Null, context.RequestAborted);
                }
            }
        }
        catch (Exception fault) when (fault is (IOException and not BadHttpRequestException) or InvalidDataException)
        {
            return null;
        }

        if (activity is not null && attachments.Count > 0)
        {
            activity["attachments"] = attachments;
        }

        return activity;
    }

    private static JsonObject Attachment(string? contentType, string? disposition)
    {
        var name = ContentDispositionHeaderValue.TryParse(disposition, out var parsed)
            ? (parsed.FileNameStar.HasValue ? parsed.FileNameStar : HeaderUtilities.RemoveQuotes(parsed.FileName)).Value
            : null;
        var attachment = new JsonObject { ["contentType"] = string.IsNullOrEmpty(contentType) ? "application/octet-stream" : contentType };
        if (!string.IsNullOrEmpty(name))
        {
            attachment["name"] = name;
        }

        return attachment;
    }
}
