using Microsoft.Extensions.Logging;

namespace Outreach.Channels.Telegram;

internal static partial class TelegramLog
{
    [LoggerMessage(1001, LogLevel.Error, "Telegram refuses Telegram:Token. Nothing can be sent or received there until it is mended (ask @BotFather) and the service is started again.")]
    public static partial void TokenRefused(ILogger logger);

    [LoggerMessage(1002, LogLevel.Warning, "Telegram asks for a pause of {Seconds} s; all sending with this token waits.")]
    public static partial void AskedToPause(ILogger logger, double seconds);

    [LoggerMessage(1003, LogLevel.Error, "Telegram could not parse the markup of a message; it was sent as plain text. This is a fault of the renderer.")]
    public static partial void MarkupNotParsed(ILogger logger);

    [LoggerMessage(1004, LogLevel.Warning, "A recording was not sent: {Outcome}. Its text was.")]
    public static partial void RecordingNotSent(ILogger logger, string outcome);

    [LoggerMessage(1005, LogLevel.Warning, "A picture or recording of the content could not be read from the disk.")]
    public static partial void FileNotRead(ILogger logger);

    [LoggerMessage(1006, LogLevel.Information, "Telegram answers: this bot is known there, updates come by {Mode}.")]
    public static partial void Ready(ILogger logger, TelegramMode mode);

    [LoggerMessage(1007, LogLevel.Warning, "Telegram: {Call} failed ({Failure}); next try in {Seconds:0.0} s.")]
    public static partial void CallFailed(ILogger logger, string call, string failure, double seconds);

    [LoggerMessage(1008, LogLevel.Warning, "Telegram: another program reads this bot's updates, or a webhook is set (409). Only one may.")]
    public static partial void AnotherReader(ILogger logger);

    [LoggerMessage(1009, LogLevel.Warning, "Telegram: the menu of commands could not be set ({Failure}); the old one stays.")]
    public static partial void CommandsNotSet(ILogger logger, string failure);

    [LoggerMessage(1010, LogLevel.Error, "Telegram: an update could not be handled or kept ({Fault}).")]
    public static partial void HandlingFailed(ILogger logger, string fault);

    [LoggerMessage(1011, LogLevel.Warning, "Telegram: updates could not be stored; asking for them again in {Seconds:0.0} s.")]
    public static partial void NotStored(ILogger logger, double seconds);

    [LoggerMessage(1012, LogLevel.Warning, "Telegram: how far updates are read could not be {What} ({Fault}).")]
    public static partial void OffsetFailed(ILogger logger, string what, string fault);
}
