using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Outreach.Channels.Transcripts;

namespace Outreach.Channels.DirectLine;

/// <summary>Tokens and conversations: made, renewed, taken up again.</summary>
internal sealed class DirectLineConversations(
    DirectLineAccess access, DirectLineTokens tokens, StreamTickets tickets, AddressLimits limits, TranscriptStore transcripts, ITurnHandler turns)
{
    private const string UserPrefix = "dl_";
    private const int MaxIdChars = 64;

    /// <summary>POST /tokens/generate: for holders of the secret; without a secret for anyone.</summary>
    public async Task GenerateAsync(HttpContext context)
    {
        if (await NewConversationAsync(context) is { } claims)
        {
            await DirectLineAnswer.Json(context, StatusCodes.Status200OK, Granted(claims));
        }
    }

    /// <summary>POST /tokens/refresh: a token that is still good for a younger one.</summary>
    public async Task RefreshAsync(HttpContext context)
    {
        if (await access.CallerAsync(context) is not { } caller)
        {
            return;
        }

        if (caller.Claims is not { } claims)
        {
            await DirectLineAnswer.Error(context, StatusCodes.Status403Forbidden, "BadToken", "A secret is not refreshed; only a token is.");
            return;
        }

        await DirectLineAnswer.Json(context, StatusCodes.Status200OK, Granted(claims));
    }

    /// <summary>POST /conversations: 201 for a new one, 200 when this token has started it before.</summary>
    public async Task StartAsync(HttpContext context)
    {
        TokenClaims? claims;
        JsonObject? body = null;
        if (context.Request.Headers.Authorization.Count == 0 && !access.HasSecret)
        {
            claims = await NewConversationAsync(context);
        }
        else
        {
            if (await access.CallerAsync(context) is not { } caller || (body = await RequestBody.ReadAsync(context)) is null)
            {
                return;
            }

            claims = caller.Claims ?? await ClaimsAsync(context, body);
        }

        if (claims is null)
        {
            return;
        }

        var address = Address(claims.Conversation);
        var isNew = transcripts.Find(address) is null;
        transcripts.Open(address);
        if (isNew)
        {
            // Whether the greeting could be stored changes nothing for the client: its first words will start the conversation as well.
            await turns.AcceptAsync(
                new Activity { Kind = ActivityKind.Joined, Address = address, UpdateId = claims.Conversation + "|joined", LanguageHint = body.Text("locale") }, context.RequestAborted);
        }

        await DirectLineAnswer.Json(context, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK, Opened(context, claims, watermark: null));
    }

    /// <summary>GET /conversations/{id}: a fresh socket address for a client that lost its own.</summary>
    public async Task ReconnectAsync(HttpContext context)
    {
        if (await OpenAsync(context) is { } open)
        {
            var watermark = context.Request.Query["watermark"].ToString() is { Length: > 0 } given ? given : Watermark(open.Transcript.LastNumber);
            await DirectLineAnswer.Json(context, StatusCodes.Status200OK, Opened(context, open.Claims, watermark));
        }
    }

    /// <summary>The conversation in the path, for a caller who may use it; otherwise null and the answer has been written.</summary>
    /// <remarks>A good token outlives our memory of what was said: after a restart its conversation goes on with an empty transcript.</remarks>
    public async Task<OpenConversation?> OpenAsync(HttpContext context)
    {
        var id = (string)context.Request.RouteValues["id"]!;
        if (await access.CallerAsync(context, id) is not { } caller)
        {
            return null;
        }

        var address = Address(id);
        if (caller.Claims is { } claims)
        {
            return new OpenConversation(claims, transcripts.Open(address));
        }

        if (transcripts.Find(address) is { } known)
        {
            return new OpenConversation(new TokenClaims(id, null, []), known);
        }

        await DirectLineAnswer.Error(context, StatusCodes.Status404NotFound, "ConversationNotFound", "There is no such conversation, or no longer.");
        return null;
    }

    /// <summary>The same for who wants to say something: not faster than people and their programs do.</summary>
    public async Task<OpenConversation?> OpenToSpeakAsync(HttpContext context)
    {
        if (await OpenAsync(context) is not { } open)
        {
            return null;
        }

        if (open.Transcript.TakeTurn() is { } wait)
        {
            await DirectLineAnswer.TooMany(context, wait, "Too many activities in this conversation.");
            return null;
        }

        return open;
    }

    public static ChannelAddress Address(string conversation) => new(DirectLineSender.Name, conversation);

    public static string Watermark(long number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task<TokenClaims?> NewConversationAsync(HttpContext context)
    {
        if (access.HasSecret)
        {
            if (await access.CallerAsync(context) is not { } caller)
            {
                return null;
            }

            if (caller.Claims is not null)
            {
                await DirectLineAnswer.Error(context, StatusCodes.Status403Forbidden, "BadToken", "Only the secret makes new tokens.");
                return null;
            }
        }
        else if (limits.Take(context.Connection.RemoteIpAddress) is { } wait)
        {
            await DirectLineAnswer.TooMany(context, wait, "Too many conversations from this address.");
            return null;
        }

        return await RequestBody.ReadAsync(context) is { } body ? await ClaimsAsync(context, body) : null;
    }

    private static async Task<TokenClaims?> ClaimsAsync(HttpContext context, JsonObject body)
    {
        var user = body["user"].Text("id");
        if (user is not null && context.Request.Path.Value!.EndsWith("/generate", StringComparison.Ordinal) && (!user.StartsWith(UserPrefix, StringComparison.Ordinal) || user.Length > MaxIdChars))
        {
            await DirectLineAnswer.Error(context, StatusCodes.Status400BadRequest, "BadArgument", $"A user's id in a token begins with {UserPrefix} and has at most {MaxIdChars} characters.");
            return null;
        }

        var bound = user is { Length: <= MaxIdChars } && user.StartsWith(UserPrefix, StringComparison.Ordinal) ? user : null;
        var origins = body["trustedOrigins"] is JsonArray given
            ? given.Select(o => o is JsonValue v && v.TryGetValue<string>(out var s) ? s.TrimEnd('/') : "").Where(o => o.Length is > 0 and <= 200).Take(20).ToList()
            : [];
        return new TokenClaims("c-" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(18)), bound, origins);
    }

    private JsonObject Granted(TokenClaims claims) => new()
    {
        ["conversationId"] = claims.Conversation,
        ["token"] = tokens.Issue(claims),
        ["expires_in"] = (int)DirectLineTokens.Lifetime.TotalSeconds,
    };

    private JsonObject Opened(HttpContext context, TokenClaims claims, string? watermark)
    {
        var request = context.Request;
        var query = $"t={tickets.Issue(claims.Conversation, claims.Origins)}" + (watermark is null ? "" : $"&watermark={Uri.EscapeDataString(watermark)}");
        var granted = Granted(claims);
        granted["streamUrl"] = $"{(request.IsHttps ? "wss" : "ws")}://{request.Host.Value}{request.PathBase}{DirectLineEndpoints.Root}/conversations/{Uri.EscapeDataString(claims.Conversation)}/stream?{query}";
        granted["referenceGrammarId"] = claims.Conversation;
        return granted;
    }

    internal sealed record OpenConversation(TokenClaims Claims, Transcript Transcript);
}
