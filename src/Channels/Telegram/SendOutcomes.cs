namespace Outreach.Channels.Telegram;

/// <summary>What the Bot API's answers mean for a delivery: https://core.telegram.org/bots/api#making-requests and the sources of its server.</summary>
internal static class SendOutcomes
{
    private static readonly string[] NoSuchChatWords =
    [
        "chat not found", "PEER_ID_INVALID", "CHAT_WRITE_FORBIDDEN", "CHAT_RESTRICTED", "not enough rights", "have no rights", "need administrator rights", "user not found", "INPUT_USER_DEACTIVATED",
    ];

    public static SendOutcome Of(ApiAnswer<Message> answer) => answer switch
    {
        ApiAnswer<Message>.Done done => new SendOutcome.Sent(((long)done.Result.MessageId).Text()),
        ApiAnswer<Message>.Error error => Of(error.Code, error.Description, error.RetryAfter, error.MigrateTo),
        ApiAnswer<Message>.Garbled => new SendOutcome.Retry(SendFailure.ChannelFault, null),
        ApiAnswer<Message>.Unanswered => new SendOutcome.Retry(SendFailure.Unanswered, null),
        _ => new SendOutcome.Retry(SendFailure.Unreachable, null),
    };

    public static DeleteOutcome OfDeletion(ApiAnswer<bool> answer) => answer switch
    {
        ApiAnswer<bool>.Done { Result: true } => new DeleteOutcome.Gone(),
        ApiAnswer<bool>.Error { Code: 429 or 408 or 409 or >= 500 } error => new DeleteOutcome.Retry(error.RetryAfter),
        ApiAnswer<bool>.Done or ApiAnswer<bool>.Error => new DeleteOutcome.Refused(),
        _ => new DeleteOutcome.Retry(null),
    };

    public static bool IsUnparsed(ApiAnswer<Message> answer) => answer is ApiAnswer<Message>.Error { Code: 400 } error && Says(error, "can't parse entities");

    public static bool IsUnchanged(ApiAnswer<Message> answer) => answer is ApiAnswer<Message>.Error { Code: 400 } error && Says(error, "message is not modified");

    /// <summary>The message to be changed is gone or too old: a new one does as well.</summary>
    public static bool IsNotEditable(ApiAnswer<Message> answer) =>
        answer is ApiAnswer<Message>.Error { Code: 400 } error && (Says(error, "message to edit not found") || Says(error, "message can't be edited") || Says(error, "MESSAGE_ID_INVALID"));

    private static SendOutcome Of(int code, string description, TimeSpan? retryAfter, long? migrateTo) => code switch
    {
        _ when migrateTo is { } to => new SendOutcome.Moved(new ChannelAddress(TelegramReader.Channel, to.Text())),
        403 => new SendOutcome.Stopped(),
        429 => new SendOutcome.Retry(SendFailure.TooMany, retryAfter),
        // A path without a good token is "not found" or "misdirected".
        401 or 404 or 421 => new SendOutcome.Refused(SendFailure.Unauthorized),
        400 when NoSuchChat(description) => new SendOutcome.Refused(SendFailure.UnknownAddress),
        >= 400 and < 500 and not 408 and not 409 => new SendOutcome.Refused(SendFailure.BadContent),
        _ => new SendOutcome.Retry(SendFailure.ChannelFault, retryAfter),
    };

    private static bool NoSuchChat(string description) => NoSuchChatWords.Any(s => description.Contains(s, StringComparison.OrdinalIgnoreCase));

    private static bool Says(ApiAnswer<Message>.Error error, string words) => error.Description.Contains(words, StringComparison.OrdinalIgnoreCase);
}
