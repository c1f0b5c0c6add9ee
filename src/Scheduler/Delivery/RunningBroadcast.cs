using System.Collections.Concurrent;
using Outreach.Channels;
using Outreach.Content;
using Outreach.Content.Store;
using Outreach.Scheduler.Campaigns;

namespace Outreach.Scheduler.Delivery;

/// <summary>A broadcast that runs: what it says, kept as one reply for all who read one language, and how it goes.</summary>
/// <param name="message">Null when its plan cannot be read.</param>
internal sealed class RunningBroadcast(Guid id, CampaignMessage? message, bool listsDoubts, ContentStore content, BroadcastMeter meter)
{
    private readonly ConcurrentDictionary<string, Edition> _editions = new(StringComparer.Ordinal);

    public Guid Id => id;
    public bool ListsDoubts => listsDoubts;
    public FailureWatch Watch { get; } = new();
    public BroadcastMeter Meter => meter;

    /// <summary>The same object for all, so that a channel renders it once. Null when it must not be sent today.</summary>
    public Reply? In(string language)
    {
        var (now, today) = (content.Current, content.Today);
        if (_editions.TryGetValue(language, out var edition) && edition.Content == now && edition.Day == today)
        {
            return edition.Reply;
        }

        var reply = message is null ? null : BroadcastReply.Compose(message, id, language, now, today);
        return _editions.AddOrUpdate(language, new Edition(now, today, reply), (_, old) => old.Content == now && old.Day == today ? old : new Edition(now, today, reply)).Reply;
    }

    private sealed record Edition(ContentSnapshot Content, DateOnly Day, Reply? Reply);
}
