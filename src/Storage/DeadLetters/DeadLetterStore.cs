using Microsoft.EntityFrameworkCore;
using Outreach.Storage.Turns;

namespace Outreach.Storage.DeadLetters;

/// <summary>Keeps updates that nobody could read, so that a reader can be mended and a chat is not blocked.</summary>
public sealed class DeadLetterStore(IDbContextFactory<OutreachDb> databases, TimeProvider time)
{
    /// <summary>How long a dead letter is kept.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    /// <param name="updateKey"><see cref="Keys.KeyRing.SeenKey"/> of the update.</param>
    /// <returns>False when the same update was kept before.</returns>
    /// <exception cref="StoreUnavailableException">The database cannot be reached.</exception>
    public Task<bool> KeepAsync(byte[] updateKey, string channel, string shape, CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        // Asked first because EF's memory provider knows no unique index; in PostgreSQL the index decides.
        if (await db.DeadLetters.AnyAsync(d => d.UpdateKey == updateKey, cancellationToken))
        {
            return false;
        }

        db.DeadLetters.Add(new DeadLetter
        {
            UpdateKey = updateKey,
            Channel = channel,
            Shape = StorableText.Of(shape.Length > DeadLetter.MaxShapeChars ? shape[..DeadLetter.MaxShapeChars] : shape),
            ReceivedAt = time.GetUtcNow(),
        });
        return await ColdPath.TrySaveNewAsync(db, cancellationToken);
    });

    /// <summary>How many are kept, by channel.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be reached.</exception>
    public Task<IReadOnlyList<(string Channel, int Count)>> CountAsync(CancellationToken cancellationToken) => ColdPath.RunAsync<IReadOnlyList<(string, int)>>(async () =>
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var counts = await db.DeadLetters.GroupBy(d => d.Channel).Select(group => new { Channel = group.Key, Count = group.Count() }).OrderBy(of => of.Channel).ToListAsync(cancellationToken);
        return [.. counts.Select(of => (of.Channel, of.Count))];
    });

    /// <summary>Deletes those older than <see cref="KeptFor"/>.</summary>
    internal Task PruneAsync(CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        var oldest = time.GetUtcNow() - KeptFor;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await ColdPath.DeleteAsync(db, db.DeadLetters.Where(d => d.ReceivedAt < oldest), cancellationToken);
    });
}
