using Microsoft.Extensions.Logging;

namespace Outreach.Storage.Housekeeping;

internal static partial class HousekeeperLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Housekeeping could not reach the database; trying again in {Every}.")]
    public static partial void Postponed(ILogger logger, TimeSpan every);
}
