using Microsoft.EntityFrameworkCore;

namespace Outreach.Storage.Polling;

/// <summary>Keeps how far a polling channel has read, over restarts.</summary>
public sealed class PollOffsetStore(IDbContextFactory<OutreachDb> databases)
{
    /// <returns>Null when this channel was never polled.</returns>
    /// <exception cref="StoreUnavailableException">The database cannot be reached.</exception>
    public Task<long?> LoadAsync(string channel, CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var found = await db.PollOffsets.AsNoTracking().SingleOrDefaultAsync(p => p.Channel == channel, cancellationToken);
        return found?.Offset;
    });

    /// <exception cref="StoreUnavailableException">The database cannot be reached.</exception>
    public Task SaveAsync(string channel, long offset, CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var found = await db.PollOffsets.SingleOrDefaultAsync(p => p.Channel == channel, cancellationToken);
        if (found is null)
        {
            db.PollOffsets.Add(new PollOffset { Channel = channel, Offset = offset });
        }
        else
        {
            found.Offset = offset;
        }

        return await db.SaveChangesAsync(cancellationToken);
    });
}
