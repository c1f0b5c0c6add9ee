using Microsoft.Extensions.Logging;

namespace Outreach.Storage;

internal static partial class StorageLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Storage opened: {Provider}.")]
    public static partial void Opened(ILogger logger, StorageProvider provider);
}
