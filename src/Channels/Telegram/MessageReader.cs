using System.Text.Json;
using Outreach.Channels.Rendering;

namespace Outreach.Channels.Telegram;

/// <summary>Reads the <c>message</c> of an update.</summary>
internal sealed class MessageReader(BotIdentity self)
{
    private const string Start = "/start";
    private const int MaxStartPayloadChars = 64;

    /// <summary>Members that say somebody sent us something, though nothing we can read. Others are Telegram's own notices.</summary>
    private static readonly string[] Unreadable =
    [
        "photo", "voice", "video", "video_note", "audio", "document", "sticker", "animation", "contact", "location", "venue", "poll", "dice", "story", "paid_media",
    ];

    public static string CleanText(string text) =>
        VisibleText.Cut(VisibleText.Normalize(text.Length > Activity.MaxTextChars * 2 ? VisibleText.Cut(text, Activity.MaxTextChars * 2) : text), Activity.MaxTextChars);

    /// <summary>Null when it lacks what every message has.</summary>
    public ReadUpdate? Read(long id, JsonElement message)
    {
        if (message.Object("chat") is not { } chat || chat.Number("id") is not { } chatId)
        {
            return null;
        }

        if (message.Object("from") is not { } from || from.IsTrue("is_bot") || chat.String("type") == "channel")
        {
            return new ReadUpdate.Ignored(id);
        }

        var said = message.String("text") ?? message.String("caption");
        if (said is null && (message.Has("text") || message.Has("caption")))
        {
            return null;
        }

        var inGroup = chat.String("type") != "private";
        var heard = new Heard(said ?? "", false);
        if (inGroup)
        {
            heard = Addressed(said ?? "", message);
            if (!heard.ToUs)
            {
                return new ReadUpdate.Ignored(id);
            }
        }

        if (string.IsNullOrWhiteSpace(said) && !Unreadable.Any(kind => message.Has(kind)))
        {
            return new ReadUpdate.Ignored(id);
        }

        var (text, payload) = Command(CleanText(heard.Text));
        return new ReadUpdate.Known(id, new Activity
        {
            Kind = string.IsNullOrWhiteSpace(said) ? ActivityKind.Unreadable : ActivityKind.Text,
            Address = new ChannelAddress(TelegramReader.Channel, chatId.Text()),
            UpdateId = id.Text(),
            Text = text,
            StartPayload = payload,
            LanguageHint = from.String("language_code"),
            InGroup = inGroup,
            OwnMessageId = message.Number("message_id")?.Text(),
        });
    }

    /// <summary>In a group only what is meant for us: a command with our name, our name in the text, a reply to us.</summary>
    private Heard Addressed(string said, JsonElement message)
    {
        var replied = message.Object("reply_to_message")?.Object("from")?.Number("id") == self.Id && self.Id != 0;
        if (self.Username is not { Length: > 0 } name)
        {
            return new Heard(said, replied);
        }

        var mention = "@" + name;
        var at = said.IndexOf(mention, StringComparison.OrdinalIgnoreCase);
        var end = at + mention.Length;
        var named = at >= 0 && (end == said.Length || !IsNameChar(said[end]));
        if (named && !said.StartsWith('/'))
        {
            said = (said[..at].TrimEnd() + " " + said[end..].TrimStart(',', ':', ' ')).Trim();
        }

        return new Heard(said, named || replied);
    }

    /// <summary><c>/lenh@OurBot word</c> is <c>/lenh word</c>; the word behind /start is a payload.</summary>
    private static (string Text, string? Payload) Command(string text)
    {
        if (!text.StartsWith('/'))
        {
            return (text, null);
        }

        var space = text.AsSpan().IndexOfAny(' ', '\n');
        var command = space < 0 ? text : text[..space];
        var rest = space < 0 ? "" : text[(space + 1)..].Trim();
        var at = command.IndexOf('@', StringComparison.Ordinal);
        command = at > 0 ? command[..at] : command;
        if (string.Equals(command, Start, StringComparison.OrdinalIgnoreCase))
        {
            return (Start, rest.Length is > 0 and <= MaxStartPayloadChars ? rest : null);
        }

        return (rest.Length == 0 ? command : $"{command} {rest}", null);
    }

    private static bool IsNameChar(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private readonly record struct Heard(string Text, bool ToUs);
}
