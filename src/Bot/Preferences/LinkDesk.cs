using Outreach.Bot.Turns;
using Outreach.Cases.Receipts;
using Outreach.Storage.Subscribers;
using Outreach.Storage.Turns;

namespace Outreach.Bot.Preferences;

/// <summary>Carries out what linking asks of the store, where the answer depends on it: making a code, and taking one.</summary>
internal sealed class LinkDesk(SubscriberLinks links, TimeProvider time)
{
    private readonly TryLimits _tries = new(time);

    /// <summary>The decision with what came of it; one without such a wish as it is.</summary>
    public async Task<Decision> CarryOutAsync(TurnContext turn, Decision decision, CancellationToken cancellationToken) => decision.Effect switch
    {
        TurnEffect.OfferLink => await OfferAsync(turn, cancellationToken),
        TurnEffect.Join => await JoinAsync(turn, cancellationToken),
        _ => decision,
    };

    private async Task<Decision> OfferAsync(TurnContext turn, CancellationToken cancellationToken) =>
        await links.OfferAsync(turn.Activity.Address.Channel, turn.Activity.Address.Value, cancellationToken) is { } code
            ? Say(turn, PreferenceScreens.Code(turn, code)) with { IsUnkept = true }
            : PreferenceRoutes.Open(turn with { Chosen = null });

    private async Task<Decision> JoinAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var (channel, address) = turn.Activity.Address;
        var bucket = $"{channel}|{address}";
        if (_tries.Take(bucket) is not null)
        {
            return Say(turn, PreferenceScreens.LinkNote(turn, "prefs.link.too-many"));
        }

        var outcome = await links.JoinAsync(channel, address, LinkCode.Parse(turn.Text)!, cancellationToken);
        if (outcome != LinkOutcome.Unknown)
        {
            _tries.GiveBack(bucket);
        }

        return outcome switch
        {
            LinkOutcome.Joined => Say(
                turn, PreferenceScreens.Overview(turn, PlanPart.Preferences.Of(turn.Chosen! with { IsLinked = true }), "prefs.link.joined"), new CounterName("linked", "")),
            LinkOutcome.Own => Say(turn, PreferenceScreens.LinkNote(turn, "prefs.link.own")),
            _ => Say(turn, PreferenceScreens.LinkNote(turn, "prefs.link.wrong")),
        };
    }

    private static Decision Say(TurnContext turn, ReplyPlan plan, params CounterName[] counters) => turn.Decide(DecisionKind.Command, ["settings"], plan, counters);
}
