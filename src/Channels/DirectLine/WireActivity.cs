using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Outreach.Channels.Rendering;

namespace Outreach.Channels.DirectLine;

/// <summary>The Bot Framework's activity: https://github.com/microsoft/botframework-sdk/blob/main/specs/botframework-activity/botframework-activity.md</summary>
internal static class WireActivity
{
    private const string BotId = "outreach";
    private const int MaxIdChars = 64;
    private const int MaxChannelDataBytes = 4096;

    public static string Id(string conversation, long number) => $"{conversation}|{DirectLineConversations.Watermark(number)}";

    /// <summary>The number in an <see cref="Id"/> of this conversation; null when it is none.</summary>
    public static long? NumberIn(string id, string conversation) =>
        id.StartsWith(conversation + "|", StringComparison.Ordinal) && DirectLineActivities.Number(id[(conversation.Length + 1)..]) is > 0 and var number ? number : null;

    /// <summary>What a person sent, as all clients of the conversation see it: as it was (but for its size), under the id and sender that we vouch for.</summary>
    public static byte[] Echo(JsonObject sent, string conversation, long number, DateTimeOffset at, string user)
    {
        var from = sent["from"]?.DeepClone() as JsonObject ?? [];
        from["id"] = user;
        from["role"] = "user";
        var echo = (JsonObject)sent.DeepClone();
        echo.Remove("serviceUrl");
        echo.Remove("recipient");
        if (echo.Text("text") is { Length: > Activity.MaxTextChars } text)
        {
            echo["text"] = VisibleText.Cut(text, Activity.MaxTextChars);
        }

        if (echo["channelData"] is { } data && Encoding.UTF8.GetByteCount(data.ToJsonString(DirectLineAnswer.Readable)) > MaxChannelDataBytes)
        {
            // Its own id of the activity is what a client knows its message by.
            var id = data.Text("clientActivityID");
            echo["channelData"] = id is { Length: <= MaxIdChars } ? new JsonObject { ["clientActivityID"] = id } : new JsonObject();
        }

        Stamp(echo, conversation, number, at);
        echo["from"] = from;
        return Bytes(echo);
    }

    public static byte[] FromBot(Reply reply, string conversation, long number, DateTimeOffset at, long? replyTo)
    {
        var activity = new JsonObject { ["type"] = "message" };
        Stamp(activity, conversation, number, at);
        activity["from"] = new JsonObject { ["id"] = BotId, ["name"] = "Outreach", ["role"] = "bot" };
        if (replyTo is { } to)
        {
            activity["replyToId"] = Id(conversation, to);
        }

        activity["locale"] = CultureInfo.CreateSpecificCulture(reply.Language).Name;
        activity["textFormat"] = "markdown";
        activity["text"] = MarkdownRenderer.Render([.. reply.Blocks, .. reply.Covered]);
        activity["speak"] = PlainRenderer.Render([.. reply.Blocks, .. reply.Covered]);
        activity["inputHint"] = "acceptingInput";
        if (reply.Buttons.Count > 0)
        {
            activity["suggestedActions"] = new JsonObject { ["actions"] = new JsonArray([.. reply.Buttons.Select(CardAction)]) };
        }

        return Bytes(activity);
    }

    /// <summary><c>{"activities":[…],"watermark":"…"}</c>; without a watermark for what is not kept.</summary>
    public static byte[] Set(IEnumerable<ReadOnlyMemory<byte>> activities, long? watermark)
    {
        using var set = new MemoryStream();
        set.Write("{\"activities\":["u8);
        var first = true;
        foreach (var activity in activities)
        {
            if (!first)
            {
                set.Write(","u8);
            }

            set.Write(activity.Span);
            first = false;
        }

        set.Write("]"u8);
        if (watermark is { } number)
        {
            set.Write(Encoding.ASCII.GetBytes($",\"watermark\":\"{DirectLineConversations.Watermark(number)}\""));
        }

        set.Write("}"u8);
        return set.ToArray();
    }

    /// <summary>postBack: the value comes back without being shown as something the person typed.</summary>
    private static JsonObject CardAction(Button button) => new()
    {
        ["type"] = button switch
        {
            { IsLink: true } when button.Value.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) => "call",
            { IsLink: true } => "openUrl",
            _ => "postBack",
        },
        ["title"] = VisibleText.Clean(button.Title),
        ["value"] = button.Value,
    };

    private static void Stamp(JsonObject activity, string conversation, long number, DateTimeOffset at)
    {
        activity["id"] = Id(conversation, number);
        activity["timestamp"] = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        activity["channelId"] = DirectLineSender.Name;
        activity["conversation"] = new JsonObject { ["id"] = conversation };
    }

    private static byte[] Bytes(JsonObject activity) => Encoding.UTF8.GetBytes(activity.ToJsonString(DirectLineAnswer.Readable));
}
