using Outreach.Bot.Preferences;
using Outreach.Channels;
using Outreach.Content;
using Outreach.Content.Store;
using Outreach.Scheduler.Campaigns;
using Outreach.Storage;
using Outreach.Storage.Subscribers;
using Outreach.Storage.Turns;

namespace Outreach.Bot.Turns;

/// <summary>Gathers what a turn is decided on: the content, the day, what is remembered of the conversation.</summary>
internal sealed class TurnLoader(ContentStore content, ITurnStore store, SentMessages sent, ISubscriberStore subscribers, TimeProvider time)
{
    private static readonly TimeSpan DangerPatience = TimeSpan.FromSeconds(1);

    /// <summary>Null when the database is away, or so slow that somebody in danger would have to wait for it.</summary>
    public async Task<TurnContext?> LoadAsync(Activity activity, byte[] key, CancellationToken cancellationToken)
    {
        try
        {
            var turn = WithoutStore(activity);
            var loading = store.LoadAsync(key, cancellationToken);
            var known = Known(turn, await (turn.Danger is null ? loading : loading.WaitAsync(DangerPatience, time, cancellationToken)));
            if (known is { IsSubscribed: true, Danger: null } && PreferenceRoutes.Concern(known))
            {
                return known with { Chosen = await subscribers.FindAsync(activity.Address.Channel, activity.Address.Value, cancellationToken) };
            }

            return ButtonValue.Parse(turn.Text) is ButtonValue.Broadcast { Tag: var tag }
                ? known with { Sent = await sent.FindAsync(tag.BroadcastId, cancellationToken) }
                : known;
        }
        catch (Exception fault) when (fault is StoreUnavailableException or TimeoutException)
        {
            return null;
        }
    }

    /// <summary>The turn of somebody of whom nothing can be known now.</summary>
    public TurnContext WithoutStore(Activity activity)
    {
        var (current, text) = (content.Current, TypedText.Clean(activity.Text));
        return new TurnContext
        {
            Activity = activity,
            Content = current,
            Day = content.Today,
            Memory = TurnMemory.New,
            IsNew = true,
            Language = Languages.Vietnamese,
            Text = text,
            Danger = CrisisRoutes.DangerIn(text, current),
        };
    }

    private static TurnContext Known(TurnContext turn, KnownConversation known) => turn with
    {
        Memory = TurnMemory.Read(known.State),
        IsNew = known.State is null,
        Language = known.State?.Language ?? known.SubscribedIn ?? Languages.Vietnamese,
        KnowsLanguage = known.State is not null || known.SubscribedIn is not null,
        IsSubscribed = known.SubscribedIn is not null,
    };
}
