using Microsoft.Extensions.Logging;
using Outreach.Storage.Campaigns;

namespace Outreach.Scheduler.Delivery;

/// <summary>What the log may say of sending: channels, ids of broadcasts, counts, classes. Never a text, an address or a subscriber.</summary>
internal static partial class DeliveryLog
{
    [LoggerMessage(3001, LogLevel.Information, "The lease of {Name} is {Whose} now.")]
    public static partial void Lease(ILogger logger, string name, string whose);

    [LoggerMessage(3002, LogLevel.Warning, "A lease could not be renewed ({Fault}); trying again.")]
    public static partial void NotRenewed(ILogger logger, string fault);

    [LoggerMessage(3003, LogLevel.Information, "This node sends on {Channel} now. {Count} deliveries of the sender before it were taken over.")]
    public static partial void TakenOver(ILogger logger, string channel, int count);

    [LoggerMessage(3004, LogLevel.Warning, "Sending on {Channel} stands still ({Fault}); what was sent is held until it is written down.")]
    public static partial void StandsStill(ILogger logger, string channel, string fault);

    [LoggerMessage(3005, LogLevel.Error, "Doubt: a message of broadcast {Broadcast} left for {Channel} and no answer came. It is listed, and {Then}.")]
    public static partial void Doubt(ILogger logger, Guid broadcast, string channel, string then);

    [LoggerMessage(3006, LogLevel.Error, "Broadcast {Broadcast} paused itself: {Reason}.")]
    public static partial void PausedItself(ILogger logger, Guid broadcast, PauseReason reason);

    [LoggerMessage(3007, LogLevel.Information, "Broadcast {Broadcast} is done.")]
    public static partial void Done(ILogger logger, Guid broadcast);

    [LoggerMessage(3008, LogLevel.Error, "The plan of broadcast {Broadcast} cannot be read ({Fault}).")]
    public static partial void PlanNotRead(ILogger logger, Guid broadcast, string fault);

    [LoggerMessage(3009, LogLevel.Error, "Outcomes of sending on {Channel} could not be written down before the stop; they will be listed as in doubt.")]
    public static partial void OutcomesLost(ILogger logger, string channel);

    [LoggerMessage(3010, LogLevel.Error, "An address of a subscriber cannot be opened ({Fault}): was it sealed with keys that are gone?")]
    public static partial void AddressNotOpened(ILogger logger, string fault);

    [LoggerMessage(3011, LogLevel.Error, "A call on {Channel} failed by a fault of ours ({Fault}); it may have been made.")]
    public static partial void CallFault(ILogger logger, string channel, string fault);

    [LoggerMessage(3012, LogLevel.Information, "{Channel} asked the sender before this one for silence; it is kept for {Seconds:0} s more.")]
    public static partial void SilenceKept(ILogger logger, string channel, double seconds);
}
