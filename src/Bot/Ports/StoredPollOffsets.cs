using Outreach.Channels;
using Outreach.Storage.Polling;

namespace Outreach.Bot.Ports;

/// <summary>Where a polling channel's place is kept: the database.</summary>
internal sealed class StoredPollOffsets(PollOffsetStore store) : IPollOffsets
{
    public Task<long?> LoadAsync(string channel, CancellationToken cancellationToken) => store.LoadAsync(channel, cancellationToken);

    public Task SaveAsync(string channel, long offset, CancellationToken cancellationToken) => store.SaveAsync(channel, offset, cancellationToken);
}
