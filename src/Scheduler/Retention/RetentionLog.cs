using Microsoft.Extensions.Logging;

namespace Outreach.Scheduler.Retention;

internal static partial class RetentionLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "{Broadcasts} broadcasts are kept as counts from now on; {Rows} deliveries were deleted.")]
    public static partial void Kept(ILogger log, int broadcasts, long rows);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Deliveries whose time is over could not be deleted ({Fault}); tried again in an hour.")]
    public static partial void Failed(ILogger log, string fault);
}
