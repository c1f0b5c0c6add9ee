using Microsoft.Extensions.Logging;

namespace Outreach.Cases;

internal static partial class CasesLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Erased at start what had been erased before: {Count} cases.")]
    public static partial void ErasedAgain(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is away: replies wait a little longer.")]
    public static partial void ReleasePostponed(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "Housekeeping of cases: {Ended} ended, {Moved} moved to the month's key, {Destroyed} old keys destroyed.")]
    public static partial void Kept(ILogger logger, int ended, int moved, int destroyed);

    [LoggerMessage(Level = LogLevel.Information, Message = "The database's user may not do {Statement}: old pages stay on the disk a little longer.")]
    public static partial void NotAllowed(ILogger logger, string statement);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Job} failed ({Fault}); it comes again with its next time.")]
    public static partial void JobFailed(ILogger logger, string job, string fault);
}
