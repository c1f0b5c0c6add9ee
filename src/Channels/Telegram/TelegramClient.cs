using System.Globalization;
using System.Text.Json;

namespace Outreach.Channels.Telegram;

/// <summary>The Bot API, as far as Outreach uses it. Methods are named as in the API and in Telegram.Bot.</summary>
internal sealed class TelegramClient(TelegramTransport transport)
{
    /// <summary>Telegram clamps a long poll to 50 seconds.</summary>
    public const int PollSeconds = 30;

    private const int PollLimit = 100;
    private static readonly TimeSpan PollTimeout = TimeSpan.FromSeconds(PollSeconds + 10);
    private static readonly TelegramJson Json = TelegramJson.Default;

    /// <summary>What we can do something with; all else is not even sent to us.</summary>
    public static IReadOnlyList<string> AllowedUpdates { get; } = ["message", "callback_query", "my_chat_member"];

    public async Task<ApiAnswer<IReadOnlyList<ReadOnlyMemory<byte>>>> GetUpdates(long? offset, CancellationToken cancellationToken)
    {
        var request = new GetUpdatesRequest(offset, PollLimit, PollSeconds, AllowedUpdates);
        var content = TelegramTransport.JsonContent(JsonSerializer.SerializeToUtf8Bytes(request, Json.GetUpdatesRequest));
        if ((await transport.PostAsync("getUpdates", content, PollTimeout, cancellationToken)).Answer is not { } answer)
        {
            return new ApiAnswer<IReadOnlyList<ReadOnlyMemory<byte>>>.Unreachable();
        }

        if (answer.Status == 200)
        {
            return UpdateSlices.TryRead(answer.Body, out var updates)
                ? new ApiAnswer<IReadOnlyList<ReadOnlyMemory<byte>>>.Done(updates)
                : new ApiAnswer<IReadOnlyList<ReadOnlyMemory<byte>>>.Garbled(answer.Status);
        }

        return new ApiAnswer<IReadOnlyList<ReadOnlyMemory<byte>>>.Error(answer.Status, "", answer.RetryAfter);
    }

    public Task<ApiAnswer<User>> GetMe(CancellationToken cancellationToken) =>
        transport.CallAsync("getMe", new GetMeRequest(), Json.GetMeRequest, Json.ApiResponseUser, cancellationToken);

    public Task<ApiAnswer<Message>> SendMessage(long chatId, string text, string? parseMode, InlineKeyboardMarkup? replyMarkup, CancellationToken cancellationToken) =>
        transport.CallAsync("sendMessage", new SendMessageRequest(chatId, text, parseMode, replyMarkup, new LinkPreviewOptions(true)), Json.SendMessageRequest, Json.ApiResponseMessage, cancellationToken);

    /// <summary>Answers with the message as asked: what the API sends back (the message, or just true) says no more.</summary>
    public async Task<ApiAnswer<Message>> EditMessageText(long chatId, int messageId, string text, string? parseMode, InlineKeyboardMarkup? replyMarkup, CancellationToken cancellationToken)
    {
        var request = new EditMessageTextRequest(chatId, messageId, text, parseMode, replyMarkup, new LinkPreviewOptions(true));
        return await transport.CallAsync("editMessageText", request, Json.EditMessageTextRequest, Json.ApiResponseJsonElement, cancellationToken) switch
        {
            ApiAnswer<JsonElement>.Done => new ApiAnswer<Message>.Done(new Message(messageId, null, null, null)),
            ApiAnswer<JsonElement>.Error error => new ApiAnswer<Message>.Error(error.Code, error.Description, error.RetryAfter, error.MigrateTo),
            ApiAnswer<JsonElement>.Garbled garbled => new ApiAnswer<Message>.Garbled(garbled.Status),
            ApiAnswer<JsonElement>.Unanswered => new ApiAnswer<Message>.Unanswered(),
            _ => new ApiAnswer<Message>.Unreachable(),
        };
    }

    /// <param name="messageIds">At most 100; what is gone already is skipped.</param>
    public Task<ApiAnswer<bool>> DeleteMessages(long chatId, IReadOnlyList<int> messageIds, CancellationToken cancellationToken) =>
        transport.CallAsync("deleteMessages", new DeleteMessagesRequest(chatId, messageIds), Json.DeleteMessagesRequest, Json.ApiResponseBoolean, cancellationToken);

    public Task<ApiAnswer<bool>> AnswerCallbackQuery(string callbackQueryId, CancellationToken cancellationToken) =>
        transport.CallAsync("answerCallbackQuery", new AnswerCallbackQueryRequest(callbackQueryId), Json.AnswerCallbackQueryRequest, Json.ApiResponseBoolean, cancellationToken);

    public Task<ApiAnswer<bool>> SetMyCommands(IReadOnlyList<BotCommand> commands, string? languageCode, CancellationToken cancellationToken) =>
        transport.CallAsync("setMyCommands", new SetMyCommandsRequest(commands, languageCode), Json.SetMyCommandsRequest, Json.ApiResponseBoolean, cancellationToken);

    public Task<ApiAnswer<bool>> SetWebhook(string url, string secretToken, CancellationToken cancellationToken) =>
        transport.CallAsync("setWebhook", new SetWebhookRequest(url, secretToken, AllowedUpdates), Json.SetWebhookRequest, Json.ApiResponseBoolean, cancellationToken);

    public Task<ApiAnswer<bool>> DeleteWebhook(CancellationToken cancellationToken) =>
        transport.CallAsync("deleteWebhook", new DeleteWebhookRequest(false), Json.DeleteWebhookRequest, Json.ApiResponseBoolean, cancellationToken);

    public Task<ApiAnswer<Message>> SendPhoto(long chatId, MediaFile photo, string caption, CancellationToken cancellationToken) =>
        SendFile("sendPhoto", "photo", chatId, photo, caption, cancellationToken);

    public Task<ApiAnswer<Message>> SendVoice(long chatId, MediaFile voice, CancellationToken cancellationToken) =>
        SendFile("sendVoice", "voice", chatId, voice, "", cancellationToken);

    private Task<ApiAnswer<Message>> SendFile(string method, string field, long chatId, MediaFile file, string caption, CancellationToken cancellationToken)
    {
        var form = new MultipartFormDataContent { { new StringContent(chatId.ToString(CultureInfo.InvariantCulture)), "chat_id" } };
        if (caption.Length > 0)
        {
            form.Add(new StringContent(caption), "caption");
        }

        // Telegram keeps what it once got: the second time its own id of the file is enough.
        if (file.KnownId is { } id)
        {
            form.Add(new StringContent(id), field);
        }
        else
        {
            form.Add(new StreamContent(File.OpenRead(file.Path)), field, Path.GetFileName(file.Path));
        }

        return transport.CallAsync(method, form, Json.ApiResponseMessage, cancellationToken);
    }

    internal sealed record MediaFile(string Path, string? KnownId);
}
