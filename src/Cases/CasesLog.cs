using Microsoft.Extensions.Logging;

namespace Outreach.Cases;

internal static partial class CasesLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Erased at start what had been erased before: {Count} cases.")]
    public static partial void ErasedAgain(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is away: replies wait a little longer.")]
    public static partial void ReleasePostponed(ILogger logger);
}
