using Microsoft.Extensions.Logging;

namespace Outreach.Storage.Housekeeping;

internal static partial class HousekeeperLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Housekeeping failed ({Fault}); trying again in {Every}.")]
    public static partial void Postponed(ILogger logger, string fault, TimeSpan every);
}
