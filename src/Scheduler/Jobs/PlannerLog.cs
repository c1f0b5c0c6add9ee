using Microsoft.Extensions.Logging;
using Outreach.Storage.Campaigns;

namespace Outreach.Scheduler.Jobs;

internal static partial class PlannerLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Broadcast {Broadcast} begins: {Recipients} recipients, {Seconds:0.0} s after its time")]
    public static partial void Began(ILogger log, Guid broadcast, int recipients, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Broadcast {Broadcast} waits for a person's word: it is {Hours:0.0} h late")]
    public static partial void Asks(ILogger log, Guid broadcast, double hours);

    [LoggerMessage(Level = LogLevel.Information, Message = "Broadcast {Broadcast} is planned for {At:O} ({State})")]
    public static partial void Planned(ILogger log, Guid broadcast, DateTimeOffset at, BroadcastState state);

    [LoggerMessage(Level = LogLevel.Information, Message = "Broadcast {Broadcast} is moved to {At:O} ({State}): other holidays are known now")]
    public static partial void Moved(ILogger log, Guid broadcast, DateTimeOffset at, BroadcastState state);

    [LoggerMessage(Level = LogLevel.Error, Message = "What is due could not be looked at ({Fault}); tried again each second")]
    public static partial void Failed(ILogger log, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Quartz cannot be used ({Fault}); the planner looks by itself each second, and tries Quartz again in a minute")]
    public static partial void NoQuartz(ILogger log, string fault);
}
