using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Outreach.Storage.Keys;

namespace Outreach.Storage.Subscribers;

/// <summary>Subscriptions that are one person's: such a person gets each campaign once. By a code shown in one conversation and typed in the other.</summary>
public sealed class SubscriberLinks(IDbContextFactory<OutreachDb> databases, KeyRing keys, TimeProvider time)
{
    /// <summary>Makes a code; one made before is good no more.</summary>
    /// <returns>As it is shown to them, once; null without a consent in force.</returns>
    public Task<string?> OfferAsync(string channel, string address, CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(db, channel, address, cancellationToken) is not { } mine)
        {
            return null;
        }

        await ColdPath.DeleteAsync(db, db.LinkCodes.Where(code => code.SubscriberId == mine.Id), cancellationToken);
        var shown = LinkCode.New();
        db.LinkCodes.Add(new LinkCode { Hash = HashOf(LinkCode.Parse(shown)!), SubscriberId = mine.Id, ExpiresAt = time.GetUtcNow() + LinkCode.Lifetime });
        await db.SaveChangesAsync(cancellationToken);
        return shown;
    });

    /// <summary>Joins this conversation's subscription with that of the code. The code is good once.</summary>
    /// <param name="code">As <see cref="LinkCode.Parse"/> gave it.</param>
    public Task<LinkOutcome> JoinAsync(string channel, string address, string code, CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var (hash, now) = (HashOf(code), time.GetUtcNow());
        var found = await db.LinkCodes.SingleOrDefaultAsync(c => c.Hash == hash && c.ExpiresAt > now, cancellationToken);
        if (found is null || await FindAsync(db, channel, address, cancellationToken) is not { } mine)
        {
            return LinkOutcome.Unknown;
        }

        if (found.SubscriberId == mine.Id)
        {
            return LinkOutcome.Own;
        }

        db.LinkCodes.Remove(found);
        var other = await db.Subscribers.SingleOrDefaultAsync(s => s.Id == found.SubscriberId && s.WithdrawnAt == null, cancellationToken);
        if (other is not null)
        {
            var person = other.PersonId ?? mine.PersonId ?? Guid.NewGuid();
            var others = mine.PersonId is { } before ? await db.Subscribers.Where(s => s.PersonId == before).ToListAsync(cancellationToken) : [];
            foreach (var one in others.Append(mine).Append(other))
            {
                one.BelongTo(person);
            }
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return LinkOutcome.Unknown; // somebody used it in this very moment
        }

        return other is null ? LinkOutcome.Unknown : LinkOutcome.Joined;
    });

    /// <summary>Makes this subscription one of its own again. No-op when it is.</summary>
    public Task<bool> PartAsync(string channel, string address, CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(db, channel, address, cancellationToken) is not { PersonId: not null } mine)
        {
            return false;
        }

        mine.BelongTo(null);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    });

    private Task<Subscriber?> FindAsync(OutreachDb db, string channel, string address, CancellationToken cancellationToken)
    {
        var key = keys.ConversationKey(channel, address);
        return db.Subscribers.SingleOrDefaultAsync(s => s.LookupKey == key && s.WithdrawnAt == null, cancellationToken);
    }

    /// <summary>Without the key folder a code cannot be guessed from the database.</summary>
    private byte[] HashOf(string code) => HMACSHA256.HashData(keys.LookupKey("link-code"), Encoding.UTF8.GetBytes(code));
}
