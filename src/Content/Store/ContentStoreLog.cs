using Microsoft.Extensions.Logging;

namespace Outreach.Content.Store;

/// <summary>What the store says. Content is public: names of files may be told, people's words never come here.</summary>
internal static partial class ContentStoreLog
{
    [LoggerMessage(1, LogLevel.Information, "Content {Version}: {Answers} answers, {Errors} errors, {Warnings} warnings")]
    public static partial void Swapped(this ILogger logger, string version, int answers, int errors, int warnings);

    [LoggerMessage(2, LogLevel.Error, "The new content is refused and the old one stays: {Faults} faults in what all answers share")]
    public static partial void Refused(this ILogger logger, int faults);

    [LoggerMessage(EventId = 3, Message = "{File}:{Line}:{Column}: {Code} (see docs/content-errors.md, or run: outreach content check)")]
    public static partial void Fault(this ILogger logger, LogLevel level, string file, int line, int column, string code);

    [LoggerMessage(4, LogLevel.Warning, "The last good content could not be kept: a start with broken files would have less to serve")]
    public static partial void NotKept(this ILogger logger, Exception exception);

    [LoggerMessage(5, LogLevel.Warning, "The system does not tell of changed files here; they are looked at every second instead")]
    public static partial void NoEvents(this ILogger logger, Exception exception);

    [LoggerMessage(6, LogLevel.Error, "Reading the content failed; the old one stays")]
    public static partial void ReloadFailed(this ILogger logger, Exception exception);
}
