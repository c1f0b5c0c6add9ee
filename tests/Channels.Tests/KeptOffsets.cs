using System.Collections.Concurrent;

namespace Outreach.Channels.Tests;

internal sealed class KeptOffsets : IPollOffsets
{
    public ConcurrentDictionary<string, long> Saved { get; } = [];

    public Task<long?> LoadAsync(string channel, CancellationToken cancellationToken) =>
        Task.FromResult<long?>(Saved.TryGetValue(channel, out var offset) ? offset : null);

    public Task SaveAsync(string channel, long offset, CancellationToken cancellationToken)
    {
        Saved[channel] = offset;
        return Task.CompletedTask;
    }
}
