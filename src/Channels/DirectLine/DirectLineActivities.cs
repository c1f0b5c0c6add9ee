using System.Globalization;
using System.Net.Mime;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Outreach.Channels.Rendering;
using Outreach.Channels.Transcripts;
using OpenConversation = Outreach.Channels.DirectLine.DirectLineConversations.OpenConversation;

namespace Outreach.Channels.DirectLine;

/// <summary>What is said, both ways.</summary>
internal sealed class DirectLineActivities(DirectLineConversations conversations, DirectLineSockets sockets, ITurnHandler turns)
{
    private const int MaxIdChars = 64;

    /// <summary>GET /conversations/{id}/activities</summary>
    public async Task ListAsync(HttpContext context)
    {
        if (await conversations.OpenAsync(context) is not { } open)
        {
            return;
        }

        var after = Number(context.Request.Query["watermark"]);
        var entries = open.Transcript.After(after);
        context.Response.ContentType = MediaTypeNames.Application.Json;
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.Body.WriteAsync(WireActivity.Set(entries.Select(e => e.Wire), entries.Count > 0 ? entries[^1].Number : after), context.RequestAborted);
    }

    /// <summary>POST /conversations/{id}/activities</summary>
    public async Task PostAsync(HttpContext context)
    {
        if (await conversations.OpenToSpeakAsync(context) is { } open && await RequestBody.ReadAsync(context) is { } sent)
        {
            await TakeAsync(context, open, sent);
        }
    }

    public async Task TakeAsync(HttpContext context, OpenConversation open, JsonObject sent)
    {
        if (sent.Text("type") is not { Length: > 0 } type)
        {
            await DirectLineAnswer.Error(context, StatusCodes.Status400BadRequest, "MissingProperty", "An activity needs a type.");
            return;
        }

        var user = open.Claims.User ?? sent["from"].Text("id") ?? "user";
        if (user.Length is 0 or > MaxIdChars || (open.Claims.User is null && user.StartsWith("dl_", StringComparison.Ordinal)))
        {
            await DirectLineAnswer.Error(context, StatusCodes.Status400BadRequest, "BadArgument", $"from.id has 1 to {MaxIdChars} characters, and begins with dl_ only when the token says so.");
            return;
        }

        switch (type)
        {
            case "typing":
                await DirectLineAnswer.Id(context, Passing(open, sent, user));
                break;
            case "conversationUpdate":
                await DirectLineAnswer.Id(context, WireActivity.Id(open.Claims.Conversation, open.Transcript.LastNumber));
                break;
            case "message":
                await SayAsync(context, open, sent, user);
                break;
            default:
                await DirectLineAnswer.Id(context, WireActivity.Id(open.Claims.Conversation, Keep(open, sent, user).Number));
                break;
        }
    }

    public static long Number(string? watermark) => long.TryParse(watermark, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Seen on the stream before the POST is answered: Web Chat counts a message as sent only when it comes back.</summary>
    private async Task SayAsync(HttpContext context, OpenConversation open, JsonObject sent, string user)
    {
        var entry = Keep(open, sent, user);
        var id = WireActivity.Id(open.Claims.Conversation, entry.Number);
        var clientId = sent["channelData"].Text("clientActivityID");
        var (kind, text) = Meaning(sent);
        var receipt = await turns.AcceptAsync(
            new Activity
            {
                Kind = kind,
                Address = open.Transcript.Address,
                UpdateId = clientId is { Length: > 0 and <= MaxIdChars } ? $"{open.Claims.Conversation}|{clientId}" : id,
                Text = VisibleText.Cut(VisibleText.Normalize(VisibleText.Cut(text, Activity.MaxTextChars * 2)), Activity.MaxTextChars),
                LanguageHint = sent.Text("locale"),
                OwnMessageId = id,
            },
            context.RequestAborted);
        await (receipt == TurnReceipt.Unavailable ? DirectLineAnswer.NotStored(context) : DirectLineAnswer.Id(context, id));
    }

    private static (ActivityKind Kind, string Text) Meaning(JsonObject sent)
    {
        var text = sent.Text("text");
        var value = sent.Text("value");
        var isButton = sent["channelData"] is JsonObject data && (data["postBack"] is not null || data["messageBack"] is not null);
        return (text, value) switch
        {
            ({ Length: > 0 }, _) when isButton => (ActivityKind.Button, text),
            (_, { Length: > 0 }) when isButton || string.IsNullOrWhiteSpace(text) => (ActivityKind.Button, value),
            _ when !string.IsNullOrWhiteSpace(text) => (ActivityKind.Text, text),
            _ => (ActivityKind.Unreadable, ""),
        };
    }

    private static TranscriptEntry Keep(OpenConversation open, JsonObject sent, string user) => open.Transcript.Add((number, at, _) => new TranscriptEntry
    {
        Number = number,
        At = at,
        Text = VisibleText.Cut(sent.Text("text") ?? "", Activity.MaxTextChars),
        Wire = WireActivity.Echo(sent, open.Claims.Conversation, number, at, user),
    });

    /// <summary>Typing is for who looks now: to the sockets, never kept.</summary>
    private string Passing(OpenConversation open, JsonObject sent, string user)
    {
        var number = open.Transcript.LastNumber;
        sockets.Pass(open.Claims.Conversation, WireActivity.Echo(sent, open.Claims.Conversation, number, open.Transcript.LastUsed, user));
        return WireActivity.Id(open.Claims.Conversation, number);
    }
}
