namespace Outreach.Bot.Help;

/// <summary>What the log may say of help: that something of ours failed. Never when somebody asked, whom, or what.</summary>
internal static partial class HelpLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Answers of staff cannot be carried now ({Fault}); they stay queued.")]
    public static partial void NotCarried(ILogger logger, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "An alarm could not be given by {Way} ({Fault}).")]
    public static partial void AlarmFailed(ILogger logger, string way, string fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Urgent cases cannot be counted now ({Fault}).")]
    public static partial void NotCounted(ILogger logger, string fault);
}
