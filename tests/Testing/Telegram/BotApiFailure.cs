namespace Outreach.Testing.Telegram;

/// <summary>How the fake Bot API answers instead of doing what it was asked.</summary>
/// <param name="Body">The whole body; anything.</param>
/// <param name="Hold">Never answers: the caller has to give up.</param>
/// <param name="DoIt">Does what was asked all the same and only then fails: an answer lost on the way back.</param>
public sealed record BotApiFailure(int Status, string Body, int? RetryAfter = null, bool Hold = false, bool DoIt = false)
{
    public static BotApiFailure Blocked { get; } = Error(403, "Forbidden: bot was blocked by the user");

    public static BotApiFailure ChatNotFound { get; } = Error(400, "Bad Request: chat not found");

    public static BotApiFailure Unauthorized { get; } = Error(401, "Unauthorized");

    public static BotApiFailure AnotherPoller { get; } =
        Error(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");

    public static BotApiFailure GatewayPage { get; } = new(502, "<html><body>502 Bad Gateway</body></html>");

    public static BotApiFailure Held { get; } = new(200, "", Hold: true);

    public static BotApiFailure Error(int status, string description) =>
        new(status, $$"""{"ok":false,"error_code":{{status}},"description":"{{description}}"}""");

    public static BotApiFailure TooMany(int seconds) =>
        new(429, $$$"""{"ok":false,"error_code":429,"description":"Too Many Requests: retry after {{{seconds}}}","parameters":{"retry_after":{{{seconds}}}}}""", seconds);

    public static BotApiFailure MovedTo(long chat) =>
        new(400, $$$"""{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup chat","parameters":{"migrate_to_chat_id":{{{chat}}}}}""");
}
