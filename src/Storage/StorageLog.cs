using Microsoft.Extensions.Logging;

namespace Outreach.Storage;

internal static partial class StorageLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Storage opened: {Provider}.")]
    public static partial void Opened(ILogger logger, StorageProvider provider);

    [LoggerMessage(Level = LogLevel.Information, Message = "Brought the database up to this version: {Count} migrations.")]
    public static partial void Migrated(ILogger logger, int count);
}
