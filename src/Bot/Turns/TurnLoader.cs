using Outreach.Channels;
using Outreach.Content;
using Outreach.Content.Store;
using Outreach.Storage;
using Outreach.Storage.Subscribers;
using Outreach.Storage.Turns;

namespace Outreach.Bot.Turns;

/// <summary>Gathers what a turn is decided on: the content, the day, what is remembered of the conversation.</summary>
internal sealed class TurnLoader(ContentStore content, ITurnStore store, TurnEffects effects, TimeProvider time)
{
    private static readonly TimeSpan DangerPatience = TimeSpan.FromSeconds(1);

    /// <summary>Null when the database is away, or so slow that somebody in danger would have to wait for it.</summary>
    public async Task<TurnContext?> LoadAsync(Activity activity, byte[] key, CancellationToken cancellationToken)
    {
        try
        {
            var loading = LoadContextAsync(activity, key, cancellationToken);
            return await (content.Current.Crisis.Find(TypedText.Clean(activity.Text)) is null
                ? loading
                : loading.WaitAsync(DangerPatience, time, cancellationToken));
        }
        catch (Exception fault) when (fault is StoreUnavailableException or TimeoutException)
        {
            return null;
        }
    }

    private async Task<TurnContext> LoadContextAsync(Activity activity, byte[] key, CancellationToken cancellationToken)
    {
        var state = await store.LoadAsync(key, cancellationToken);
        var turn = ContextOf(activity, state, null);
        return state is null && turn.CanSubscribe && await effects.FindAsync(turn, cancellationToken) is { } subscriber
            ? ContextOf(activity, state, subscriber)
            : turn;
    }

    /// <summary>The turn of somebody of whom nothing can be known now.</summary>
    public TurnContext WithoutStore(Activity activity) => ContextOf(activity, null, null);

    private TurnContext ContextOf(Activity activity, ConversationState? state, SubscriberProfile? subscriber) => new()
    {
        Activity = activity,
        Content = content.Current,
        Day = content.Today,
        Memory = TurnMemory.Read(state),
        IsNew = state is null,
        Language = state?.Language ?? subscriber?.Language ?? Languages.Vietnamese,
        KnowsLanguage = state is not null || subscriber is not null,
        IsSubscribed = subscriber is not null,
        Text = TypedText.Clean(activity.Text),
    };
}
