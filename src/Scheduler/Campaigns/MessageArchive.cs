using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Outreach.Scheduler.Planning;
using Outreach.Storage;
using Outreach.Storage.Campaigns;

namespace Outreach.Scheduler.Campaigns;

/// <summary>The messages of broadcasts that are over and reached somebody, but for those whose plan keeps them off the site.</summary>
public sealed class MessageArchive(IDbContextFactory<OutreachDb> databases, StorageStartup storage, LocalDay day, TimeProvider time)
{
    /// <summary>Ten years of a message a month.</summary>
    private const int Most = 120;

    /// <summary>Plans that are over never change: the site asks for new ones no more often than so, however many people look.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private Kept? _kept;

    private sealed record Kept(DateTimeOffset At, IReadOnlyList<PastMessage> Messages);

    /// <summary>The latest first. Where the database is away, as it was when it was read last.</summary>
    /// <exception cref="StoreUnavailableException">The database is away, and it was never read.</exception>
    public async Task<IReadOnlyList<PastMessage>> ReadAsync(CancellationToken cancellationToken)
    {
        if (storage.KeepsNothing)
        {
            return []; // in memory nothing is ever sent to many
        }

        var (kept, now) = (Volatile.Read(ref _kept), time.GetUtcNow());
        if (kept is not null && (now - kept.At).Duration() < Fresh)
        {
            return kept.Messages;
        }

        try
        {
            var messages = await LoadAsync(cancellationToken);
            Volatile.Write(ref _kept, new Kept(now, messages));
            return messages;
        }
        catch (Exception exception) when (StoreFailures.IsUnavailable(exception))
        {
            return kept?.Messages ?? throw new StoreUnavailableException("The database cannot be reached.", exception);
        }
    }

    private async Task<IReadOnlyList<PastMessage>> LoadAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var over = await db.Broadcasts.AsNoTracking()
            .Where(b => b.StartedAt != null && (b.State == BroadcastState.Done || b.State == BroadcastState.Cancelled))
            .Where(b => db.Deliveries.Any(d => d.BroadcastId == b.Id && d.State == DeliveryState.Sent) || db.DeliverySums.Any(s => s.BroadcastId == b.Id && s.State == DeliveryState.Sent))
            .OrderByDescending(b => b.StartedAt).Take(Most)
            .Select(b => new { b.Id, b.StartedAt, b.Plan }).ToListAsync(cancellationToken);
        return [.. over.Select(b => Read(b.Id, b.StartedAt!.Value, b.Plan)).OfType<PastMessage>()];
    }

    /// <returns>Null where it is not to be read on the site, or cannot be read at all.</returns>
    private PastMessage? Read(Guid id, DateTimeOffset startedAt, string json)
    {
        try
        {
            return CampaignPlan.FromJson(json) is { StaysOffSite: false, Messages: [{ Texts.Count: > 0 } message, ..] }
                ? new PastMessage(id, DateOnly.FromDateTime(LocalClock.At(startedAt, day.Zone)), message)
                : null;
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            return null; // the sender paused it for the same reason, and said so in the log
        }
    }
}
