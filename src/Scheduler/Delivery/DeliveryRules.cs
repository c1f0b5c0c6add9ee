using Outreach.Channels;
using Outreach.Storage.Campaigns;

namespace Outreach.Scheduler.Delivery;

/// <summary>What follows from what a channel said: the only place that knows how often and how late a broadcast's message is tried again. Pure.</summary>
internal static class DeliveryRules
{
    /// <summary>With the waits between them that is about an hour: a channel that is away for longer is rested from (<see cref="ChannelRest"/>).</summary>
    public const int MaxTries = 10;

    /// <summary>When the channel asks for silence without saying how long.</summary>
    private static readonly TimeSpan UnnamedSilence = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <param name="outcome">Not <see cref="SendOutcome.Moved"/> for the first time: that is followed at once.</param>
    /// <param name="attempts">How often the person was tried before this call.</param>
    /// <param name="listsDoubts">What may have arrived is not sent again.</param>
    /// <param name="chance">0 to 1, by chance: so that what failed together does not come back together.</param>
    public static DeliveryDecision After(SendOutcome outcome, int attempts, bool listsDoubts, DateTimeOffset now, double chance) => outcome switch
    {
        SendOutcome.Sent => new(DeliveryState.Sent),
        SendOutcome.Stopped => new(DeliveryState.Stopped, DeliveryCause.Blocked),

        // Obeyed to the letter, and no fault of the person's: it may happen to them any number of times.
        SendOutcome.Retry { Failure: SendFailure.TooMany } retry => new(DeliveryState.Pending, DeliveryCause.TooMany, now + (retry.After ?? UnnamedSilence)),
        SendOutcome.Retry { Failure: SendFailure.Unanswered } when listsDoubts || attempts + 1 >= MaxTries => new(DeliveryState.InDoubt, DeliveryCause.Unanswered),
        SendOutcome.Retry retry when attempts + 1 >= MaxTries => new(DeliveryState.Failed, CauseOf(retry.Failure)),
        SendOutcome.Retry retry => new(DeliveryState.Pending, CauseOf(retry.Failure), now + Later(retry.After, attempts, chance)),
        SendOutcome.Refused { Failure: SendFailure.Unauthorized } =>
            new(DeliveryState.Pending, DeliveryCause.Unauthorized) { Pauses = PauseReason.TokenRefused },
        SendOutcome.Refused { Failure: SendFailure.UnknownAddress } or SendOutcome.Moved => new(DeliveryState.Failed, DeliveryCause.UnknownAddress),

        // It would be refused to everybody.
        SendOutcome.Refused refused => new(DeliveryState.Failed, CauseOf(refused.Failure)) { Pauses = PauseReason.BadContent },
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    private static TimeSpan Later(TimeSpan? asked, int attempts, double chance)
    {
        var full = Math.Min(LongestWait.TotalSeconds, FirstWait.TotalSeconds * Math.Pow(2, Math.Min(attempts, 16)));
        var ours = TimeSpan.FromSeconds(full * (1 - (chance / 2)));
        return asked > ours ? asked.Value : ours;
    }

    private static DeliveryCause CauseOf(SendFailure failure) => failure switch
    {
        SendFailure.TooMany => DeliveryCause.TooMany,
        SendFailure.ChannelFault => DeliveryCause.ChannelFault,
        SendFailure.Unreachable => DeliveryCause.Unreachable,
        SendFailure.Unanswered => DeliveryCause.Unanswered,
        SendFailure.UnknownAddress => DeliveryCause.UnknownAddress,
        SendFailure.Unauthorized => DeliveryCause.Unauthorized,
        _ => DeliveryCause.BadContent,
    };
}
