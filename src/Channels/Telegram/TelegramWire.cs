using System.Text.Json;
using System.Text.Json.Serialization;

namespace Outreach.Channels.Telegram;

/// <summary>What is sent to the Bot API. Members are named as there (snake case by the serializer's policy).</summary>
internal sealed record InlineKeyboardMarkup(IReadOnlyList<IReadOnlyList<InlineKeyboardButton>> InlineKeyboard);

internal sealed record InlineKeyboardButton(string Text, string? CallbackData = null, string? Url = null);

internal sealed record LinkPreviewOptions(bool IsDisabled);

internal sealed record BotCommand(string Command, string Description);

internal sealed record GetUpdatesRequest(long? Offset, int Limit, int Timeout, IReadOnlyList<string> AllowedUpdates);

internal sealed record SendMessageRequest(long ChatId, string Text, string? ParseMode, InlineKeyboardMarkup? ReplyMarkup, LinkPreviewOptions LinkPreviewOptions);

internal sealed record EditMessageTextRequest(long ChatId, int MessageId, string Text, string? ParseMode, InlineKeyboardMarkup? ReplyMarkup, LinkPreviewOptions LinkPreviewOptions);

internal sealed record DeleteMessagesRequest(long ChatId, IReadOnlyList<int> MessageIds);

internal sealed record AnswerCallbackQueryRequest(string CallbackQueryId);

internal sealed record SetMyCommandsRequest(IReadOnlyList<BotCommand> Commands, string? LanguageCode);

internal sealed record SetWebhookRequest(string Url, string SecretToken, IReadOnlyList<string> AllowedUpdates);

internal sealed record DeleteWebhookRequest(bool DropPendingUpdates);

internal sealed record GetMeRequest;

/// <summary>What comes back, as far as we read it.</summary>
internal sealed record ApiResponse<T>(bool Ok, T? Result, int? ErrorCode, string? Description, ResponseParameters? Parameters);

internal sealed record ResponseParameters(long? MigrateToChatId, int? RetryAfter);

internal sealed record User(long Id, string? Username);

internal sealed record Message(int MessageId, IReadOnlyList<PhotoSize>? Photo, FileReference? Voice, FileReference? Audio);

internal sealed record PhotoSize(string FileId);

internal sealed record FileReference(string FileId);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(GetUpdatesRequest))]
[JsonSerializable(typeof(SendMessageRequest))]
[JsonSerializable(typeof(EditMessageTextRequest))]
[JsonSerializable(typeof(DeleteMessagesRequest))]
[JsonSerializable(typeof(AnswerCallbackQueryRequest))]
[JsonSerializable(typeof(SetMyCommandsRequest))]
[JsonSerializable(typeof(SetWebhookRequest))]
[JsonSerializable(typeof(DeleteWebhookRequest))]
[JsonSerializable(typeof(GetMeRequest))]
[JsonSerializable(typeof(InlineKeyboardMarkup))]
[JsonSerializable(typeof(ApiResponse<User>))]
[JsonSerializable(typeof(ApiResponse<Message>))]
[JsonSerializable(typeof(ApiResponse<bool>))]
[JsonSerializable(typeof(ApiResponse<JsonElement>))]
internal sealed partial class TelegramJson : JsonSerializerContext;
