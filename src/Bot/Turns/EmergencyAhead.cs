using Outreach.Channels;
using Outreach.Storage.Keys;
using Outreach.Storage.Turns;

namespace Outreach.Bot.Turns;

/// <summary>
/// Sends an emergency card before anything is written; the card itself never lies in the outbox, since who was in danger is not stored.
/// A crash in between makes the channel bring the update again: the card comes twice rather than never.
/// </summary>
internal sealed class EmergencyAhead(ReplyDispatcher dispatcher, KeyRing keys, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly CardAllowance _allowance = new(time);

    /// <returns>False: this chat has the card, or is about to; there is nothing to send.</returns>
    public bool TryBegin(TurnContext turn, Decision decision) => _allowance.TryBegin(turn.Activity.Address, decision.Ids[0]);

    /// <summary>After <see cref="TryBegin"/>.</summary>
    /// <returns>
    /// Null when the card is out or given up. Where the channel is slow: the sending, which goes on in memory, and what to store meanwhile,
    /// the list of all numbers, as anybody may ask for: it goes out after a crash, and tells of no danger.
    /// </returns>
    public async Task<(PendingReply Instead, Task Sending)?> SendAsync(TurnContext turn, Decision decision, CancellationToken cancellationToken)
    {
        var sending = Task.WhenAll(decision.Plans.Select(plan => dispatcher.SendNow(new HeldReply(null, turn.Activity.Address, plan, time.GetUtcNow()))));
        _ = sending.ContinueWith(
            _ => _allowance.End(turn.Activity.Address, decision.Ids[0]), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        try
        {
            await sending.WaitAsync(Patience, time, cancellationToken);
            return null;
        }
        catch (TimeoutException)
        {
            return (Sealed(turn.Activity.Address, Screens.Hotlines(turn), keys), sending);
        }
    }

    /// <summary>A plan as it lies in the outbox, its address sealed to its row.</summary>
    public static PendingReply Sealed(ChannelAddress address, ReplyPlan plan, KeyRing keys)
    {
        var id = Guid.NewGuid();
        return new PendingReply
        {
            Id = id,
            Channel = address.Channel,
            Address = keys.SealAddress(PendingReply.Table, id, address.Value),
            Plan = plan.ToJson(),
        };
    }
}
