using Microsoft.EntityFrameworkCore;
using Outreach.Storage.Keys;
using Outreach.Storage.Turns;

namespace Outreach.Storage.Subscribers;

/// <summary>Subscribers through EF Core: over PostgreSQL, or over memory where nothing is to be kept.</summary>
internal sealed class SubscriberStore(IDbContextFactory<OutreachDb> databases, KeyRing keys, ITurnStore turns, TimeProvider time) : ISubscriberStore
{
    /// <summary>How long the proof of a withdrawn consent is kept: long enough for a complaint, no longer.</summary>
    public static readonly TimeSpan WithdrawnKeptFor = TimeSpan.FromDays(365);

    public Task<SubscriberProfile?> FindAsync(string channel, string address, CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var key = keys.ConversationKey(channel, address);
        var found = await db.Subscribers.AsNoTracking()
            .SingleOrDefaultAsync(s => s.LookupKey == key && s.WithdrawnAt == null, cancellationToken);
        return found is null ? null : new SubscriberProfile
        {
            Language = found.Language,
            Province = found.Province,
            Role = found.Role,
            Topics = found.Topics,
            QuietFrom = found.QuietFrom,
            QuietTo = found.QuietTo,
            IsLinked = found.PersonId is { } person && await db.Subscribers.AnyAsync(s => s.PersonId == person && s.Id != found.Id, cancellationToken),
        };
    });

    public Task SubscribeAsync(
        string channel, string address, SubscriberProfile profile, string wording, DateTimeOffset at, CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        if (!await TrySubscribeAsync(channel, address, profile, wording, at, cancellationToken)
            && !await TrySubscribeAsync(channel, address, profile, wording, at, cancellationToken))
        {
            throw new StoreUnavailableException("The same subscriber was written by somebody else, twice over.");
        }

        return true;
    });

    public Task<bool> StopAsync(string channel, string address, DateTimeOffset at, Withdrawal because, CancellationToken cancellationToken) =>
        ChangeAsync(channel, address, found => found.TryWithdraw(at, because), cancellationToken);

    public Task SetLanguageAsync(string channel, string address, string language, CancellationToken cancellationToken) =>
        ChangeAsync(
            channel,
            address,
            found =>
            {
                found.Speak(language);
                return true;
            },
            cancellationToken);

    public Task<bool> ChooseAsync(string channel, string address, SubscriberProfile profile, CancellationToken cancellationToken) => ChangeAsync(
        channel,
        address,
        found =>
        {
            if (found.WithdrawnAt is not null)
            {
                return false;
            }

            found.Describe(profile);
            return true;
        },
        cancellationToken);

    public Task ForgetAsync(string channel, string address, CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        var key = keys.ConversationKey(channel, address);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await db.Subscribers.Where(s => s.LookupKey == key).ToListAsync(cancellationToken);
        var ids = rows.Select(row => row.Id).ToList();
        db.LinkCodes.RemoveRange(await db.LinkCodes.Where(code => ids.Contains(code.SubscriberId)).ToListAsync(cancellationToken));
        db.Subscribers.RemoveRange(rows);
        await db.SaveChangesAsync(cancellationToken);
        await turns.ForgetAsync(key, cancellationToken);
        return true;
    });

    /// <summary>Deletes those who withdrew longer ago than <see cref="WithdrawnKeptFor"/>, and codes whose time is over.</summary>
    internal Task PruneAsync(CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        var now = time.GetUtcNow();
        var oldest = now - WithdrawnKeptFor;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await ColdPath.DeleteAsync(db, db.LinkCodes.Where(code => code.ExpiresAt <= now), cancellationToken);
        return await ColdPath.DeleteAsync(db, db.Subscribers.Where(s => s.WithdrawnAt < oldest), cancellationToken);
    });

    /// <returns>False when another writer was first with the same new subscriber: the caller reads again.</returns>
    private async Task<bool> TrySubscribeAsync(
        string channel, string address, SubscriberProfile profile, string wording, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var key = keys.ConversationKey(channel, address);
        var subscriber = await db.Subscribers.SingleOrDefaultAsync(s => s.LookupKey == key, cancellationToken);
        if (subscriber is null)
        {
            subscriber = new Subscriber { Channel = channel, LookupKey = key };
            db.Subscribers.Add(subscriber);
        }

        subscriber.Consent(keys.SealAddress(Subscriber.Table, subscriber.Id, address), wording, at);
        subscriber.Describe(profile);
        return await ColdPath.TrySaveNewAsync(db, cancellationToken);
    }

    private Task<bool> ChangeAsync(string channel, string address, Func<Subscriber, bool> change, CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var key = keys.ConversationKey(channel, address);
        var found = await db.Subscribers.SingleOrDefaultAsync(s => s.LookupKey == key, cancellationToken);
        if (found is null || !change(found))
        {
            return false;
        }

        await db.SaveChangesAsync(cancellationToken);
        return true;
    });
}
