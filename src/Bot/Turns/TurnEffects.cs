using System.Globalization;
using Outreach.Channels;
using Outreach.Storage.Subscribers;

namespace Outreach.Bot.Turns;

/// <summary>What a turn changes beside its conversation: the consent, and its end.</summary>
/// <remarks>Each is written before the turn's commit and does nothing when done again, so a crash between the two loses nothing.</remarks>
internal sealed class TurnEffects(ISubscriberStore subscribers, SubscriberLinks links, TimeProvider time)
{
    public Task ApplyAsync(TurnContext turn, Decision decision, CancellationToken cancellationToken)
    {
        var (channel, address) = turn.Activity.Address;
        return decision.Effect switch
        {
            TurnEffect.Subscribe => subscribers.SubscribeAsync(
                channel, address, new SubscriberProfile { Language = decision.Language }, Wording(turn), time.GetUtcNow(), cancellationToken),
            TurnEffect.Stop => subscribers.StopAsync(
                channel, address, time.GetUtcNow(), turn.Activity.Kind == ActivityKind.Left ? Withdrawal.Blocked : Withdrawal.Asked, cancellationToken),
            TurnEffect.Forget => subscribers.ForgetAsync(channel, address, cancellationToken),
            TurnEffect.SetLanguage => subscribers.SetLanguageAsync(channel, address, decision.Language, cancellationToken),
            TurnEffect.Choose => subscribers.ChooseAsync(channel, address, decision.Chosen!, cancellationToken),
            TurnEffect.Part => links.PartAsync(channel, address, cancellationToken),
            _ => Task.CompletedTask,
        };
    }

    /// <summary>Which text was agreed to: page, review date and language; where there is no page, the content's version.</summary>
    private static string Wording(TurnContext turn) => turn.Local.Pages.TryGetValue(PageIds.Consent, out var page)
        ? string.Create(CultureInfo.InvariantCulture, $"{PageIds.Consent}/{page.Reviewed:yyyy-MM-dd}/{turn.Language}")
        : $"consent.text/{turn.Content.Version}/{turn.Language}";
}
