using Outreach.Channels;

namespace Outreach.Bot.Turns;

/// <summary>What the log may say of turns: channels, counts, classes of failure. Never a text, an address or an exception's message.</summary>
internal static partial class TurnLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "A turn on {Channel} failed ({Fault}); the person was told so.")]
    public static partial void TurnFault(ILogger logger, string channel, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending on {Channel} failed ({Fault}).")]
    public static partial void SendFault(ILogger logger, string channel, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "A reply for the channel {Channel} cannot be sent: the channel is off.")]
    public static partial void NoSender(ILogger logger, string channel);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Channel} said {Failure} at try {Attempt}; trying again in {Wait}.")]
    public static partial void Retrying(ILogger logger, string channel, SendFailure failure, int attempt, TimeSpan wait);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A reply on {Channel} was given up: {Failure}.")]
    public static partial void GivenUp(ILogger logger, string channel, SendFailure failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A reply that is done could not be marked ({Fault}); trying again.")]
    public static partial void NotMarked(ILogger logger, string fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The bot's name on Telegram could not be noted ({Fault}); the console shows no link to it until the next start.")]
    public static partial void NameNotKept(ILogger logger, string fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "That a message was tested could not be noted ({Fault}).")]
    public static partial void TestNotMarked(ILogger logger, string fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database cannot be reached: a turn on {Channel} was not stored.")]
    public static partial void StoreDown(ILogger logger, string channel);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} replies that were stored but not sent go out now.")]
    public static partial void Resending(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Replies left in the outbox cannot be read now ({Fault}).")]
    public static partial void SweepFault(ILogger logger, string fault);
}
