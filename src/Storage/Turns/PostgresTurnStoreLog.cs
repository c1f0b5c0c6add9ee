using Microsoft.Extensions.Logging;

namespace Outreach.Storage.Turns;

internal static partial class PostgresTurnStoreLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The database cannot be reached; turns are refused until it is back.")]
    public static partial void Unavailable(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} unanswered questions did not reach the inbox ({Cause}).")]
    public static partial void QuestionsLost(ILogger logger, int count, string cause);
}
