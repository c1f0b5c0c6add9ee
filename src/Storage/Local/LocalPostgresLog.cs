using Microsoft.Extensions.Logging;

namespace Outreach.Storage.Local;

internal static partial class LocalPostgresLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Made a private PostgreSQL {Major} in {Folder}.")]
    public static partial void Made(ILogger logger, string folder, int major);

    [LoggerMessage(Level = LogLevel.Information, Message = "Started the private PostgreSQL on 127.0.0.1:{Port}.")]
    public static partial void Started(ILogger logger, int port);

    [LoggerMessage(Level = LogLevel.Information, Message = "The private PostgreSQL runs already on 127.0.0.1:{Port}: taken up.")]
    public static partial void TakenUp(ILogger logger, int port);

    [LoggerMessage(Level = LogLevel.Information, Message = "Stopped the private PostgreSQL: {Stopped}.")]
    public static partial void Stopped(ILogger logger, bool stopped);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database's user may not pass through {Closed}: its files go to {Folder}.")]
    public static partial void Outside(ILogger logger, string closed, string folder);
}
