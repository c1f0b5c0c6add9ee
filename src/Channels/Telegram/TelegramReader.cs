using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Unicode;

namespace Outreach.Channels.Telegram;

/// <summary>Makes an activity of an update. Never throws, whatever the bytes are.</summary>
internal sealed class TelegramReader(BotIdentity self)
{
    public const string Channel = "telegram";

    private readonly MessageReader _messages = new(self);

    public ReadUpdate Read(ReadOnlyMemory<byte> update)
    {
        if (!Utf8.IsValid(update.Span))
        {
            return Unparsed(update.Span, "not UTF-8");
        }

        try
        {
            using var document = JsonDocument.Parse(update);
            return Read(document.RootElement, update.Span);
        }
        catch (JsonException)
        {
            return Unparsed(update.Span, "not JSON or nested too deep");
        }
        catch (InvalidOperationException)
        {
            // A member's name that is half a surrogate pair: JSON, but no text.
            return Unparsed(update.Span, "a name that is no text");
        }
    }

    private ReadUpdate Read(JsonElement update, ReadOnlySpan<byte> bytes)
    {
        if (update.Number("update_id") is not { } id)
        {
            return new ReadUpdate.Broken(null, Fingerprint(bytes), UpdateShape.Of(update));
        }

        var read = Content(update, id);
        return read ?? new ReadUpdate.Broken(id, id.Text(), UpdateShape.Of(update));
    }

    /// <summary>Null when it is of a kind we know and yet cannot be read.</summary>
    private ReadUpdate? Content(JsonElement update, long id)
    {
        if (update.Has("message"))
        {
            return update.Object("message") is { } message ? _messages.Read(id, message) : null;
        }

        if (update.Has("callback_query"))
        {
            return update.Object("callback_query") is { } query ? Button(id, query) : null;
        }

        if (update.Has("my_chat_member"))
        {
            return update.Object("my_chat_member") is { } change ? Membership(id, change) : null;
        }

        return new ReadUpdate.Ignored(id);
    }

    private static ReadUpdate? Button(long id, JsonElement query)
    {
        if (query.String("id") is not { } callbackId)
        {
            return null;
        }

        // Without a message (pressed under an inline result) or without data there is nothing to do.
        if (query.Object("message") is not { } message || query.String("data") is not { } data)
        {
            return new ReadUpdate.Ignored(id);
        }

        if (message.Object("chat") is not { } chat || chat.Number("id") is not { } chatId)
        {
            return null;
        }

        var activity = new Activity
        {
            Kind = ActivityKind.Button,
            Address = new ChannelAddress(Channel, chatId.Text()),
            UpdateId = id.Text(),
            Text = MessageReader.CleanText(data),
            LanguageHint = query.Object("from")?.String("language_code"),
            InGroup = chat.String("type") != "private",
            MessageId = message.Number("message_id")?.Text(),
        };
        return new ReadUpdate.Known(id, activity, callbackId);
    }

    private static ReadUpdate? Membership(long id, JsonElement change)
    {
        if (change.Object("chat") is not { } chat || chat.Number("id") is not { } chatId || change.Object("new_chat_member")?.String("status") is not { } now)
        {
            return null;
        }

        var before = change.Object("old_chat_member")?.String("status");
        ActivityKind? kind = (IsIn(before), IsIn(now)) switch
        {
            (_, false) => ActivityKind.Left,
            (false, true) => ActivityKind.Joined,
            _ => null,
        };
        if (kind is null || chat.String("type") == "channel")
        {
            return new ReadUpdate.Ignored(id);
        }

        return new ReadUpdate.Known(id, new Activity
        {
            Kind = kind.Value,
            Address = new ChannelAddress(Channel, chatId.Text()),
            UpdateId = id.Text(),
            LanguageHint = change.Object("from")?.String("language_code"),
            InGroup = chat.String("type") != "private",
        });
    }

    private static bool IsIn(string? status) => status is not (null or "left" or "kicked");

    /// <param name="beginning">As much as was read of it: the same when it comes again.</param>
    public static ReadUpdate Oversize(ReadOnlyMemory<byte> beginning) => new ReadUpdate.Broken(null, Fingerprint(beginning.Span), "oversize");

    private static ReadUpdate.Broken Unparsed(ReadOnlySpan<byte> bytes, string fault)
    {
        var number = FindNumber(bytes);
        return new ReadUpdate.Broken(number, number?.Text() ?? Fingerprint(bytes), UpdateShape.OfUnparsed(fault, bytes.Length));
    }

    /// <summary>The update_id stands first in Telegram's updates, so it is mostly whole even when the rest is not.</summary>
    private static long? FindNumber(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var reader = new Utf8JsonReader(bytes);
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && reader.ValueTextEquals("update_id"u8))
                {
                    return reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number) ? number : null;
                }
            }
        }
        catch (JsonException)
        {
            // Broken before its number: it goes by its fingerprint.
        }

        return null;
    }

    private static string Fingerprint(ReadOnlySpan<byte> bytes) =>
        "x" + Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12));
}
