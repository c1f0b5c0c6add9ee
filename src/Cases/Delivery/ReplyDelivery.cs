using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Outreach.Cases.Vault;
using Outreach.Storage;
using Outreach.Storage.Cases;

namespace Outreach.Cases.Delivery;

/// <summary>
/// Carries replies into workers' chats (sender's role). A reply is marked as in doubt before the channel is asked and
/// settled after; one that a crash left in doubt is sent again.
/// </summary>
public sealed class ReplyDelivery : IDisposable
{
    private const int Lot = 50;

    /// <summary>A reply that could not be carried for so many days is given up.</summary>
    private const int GivenUpAfterDays = 3;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    private readonly IDbContextFactory<OutreachDb> _databases;
    private readonly CaseChanges _changes;
    private readonly LinkFiles _links;
    private readonly DeliveryBell _bell;
    private readonly CaseSteps _steps;
    private readonly LocalDay _day;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<Guid, (int Attempts, DateTimeOffset NotBefore)> _later = new();
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private bool _hasLookedForDoubts;

    internal ReplyDelivery(
        IDbContextFactory<OutreachDb> databases, CaseChanges changes, LinkFiles links, DeliveryBell bell, CaseSteps steps, LocalDay day, TimeProvider time) =>
        (_databases, _changes, _links, _bell, _steps, _day, _time) = (databases, changes, links, bell, steps, day, time);

    /// <summary>Completes when there may be something to send: at once for this process, within a second for another's.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _bell.WaitAsync(cancellationToken);

    /// <summary>Sends what is queued, one after the other. The first call of a process also sends again what a crash left in doubt.</summary>
    /// <returns>How many were sent.</returns>
    /// <exception cref="StoreUnavailableException">The database is away; nothing is lost.</exception>
    public async Task<int> SendQueuedAsync(SendReply send, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            if (!_hasLookedForDoubts)
            {
                await QueueDoubtsAsync(cancellationToken);
                _hasLookedForDoubts = true;
            }

            var sent = 0;
            foreach (var textId in await FindQueuedAsync(cancellationToken))
            {
                sent += await SendOneAsync(textId, send, cancellationToken) ? 1 : 0;
            }

            return sent;
        }
        catch (Exception exception) when (CaseSaves.IsAway(exception))
        {
            throw new StoreUnavailableException("The database cannot be reached.", exception);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<IReadOnlyList<Guid>> FindQueuedAsync(CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var resting = _later.Where(entry => entry.Value.NotBefore > now).Select(entry => entry.Key).ToList();
        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        return await db.CaseTexts.AsNoTracking()
            .Where(t => t.Delivery == TextDelivery.Queued && !resting.Contains(t.Id))
            .OrderBy(t => t.On).ThenBy(t => t.CaseId).ThenBy(t => t.Number)
            .Select(t => t.Id).Take(Lot).ToListAsync(cancellationToken);
    }

    private async Task QueueDoubtsAsync(CancellationToken cancellationToken) => await _changes.TryAsync<object>(
        async (db, _) =>
        {
            foreach (var text in await db.CaseTexts.Where(t => t.Delivery == TextDelivery.InDoubt).ToListAsync(cancellationToken))
            {
                text.Delivery = TextDelivery.Queued;
            }

            return await CaseSaves.TrySaveAsync(db, cancellationToken) ? this : null;
        },
        cancellationToken);

    private async Task<bool> SendOneAsync(Guid textId, SendReply send, CancellationToken cancellationToken)
    {
        // Taken by who marks it first: two senders never carry the same reply.
        if (await _changes.OnceAsync(db => TryTakeAsync(db, textId, cancellationToken), cancellationToken) is not { } taken)
        {
            return false;
        }

        _steps.Pass(CaseStep.DeliveryClaimed);
        var result = await CarryAsync(taken, send, cancellationToken);
        _steps.Pass(CaseStep.DeliverySent);
        // Whatever ends the service now, the channel's word is kept.
        await SettleAsync(taken, result, CancellationToken.None);
        _steps.Pass(CaseStep.DeliveryMarked);
        return result == DeliveryResult.Sent;
    }

    private static async Task<Taken?> TryTakeAsync(OutreachDb db, Guid textId, CancellationToken cancellationToken)
    {
        var text = await db.CaseTexts.SingleOrDefaultAsync(t => t.Id == textId && t.Delivery == TextDelivery.Queued, cancellationToken);
        if (text is null)
        {
            return null;
        }

        text.Delivery = TextDelivery.InDoubt;
        var link = await db.CaseLinks.AsNoTracking().SingleOrDefaultAsync(l => l.CaseId == text.CaseId, cancellationToken);
        var language = await db.HelpCases.Where(c => c.Id == text.CaseId).Select(c => c.Language).SingleOrDefaultAsync(cancellationToken);
        return language is not null && await CaseSaves.TrySaveAsync(db, cancellationToken) ? new Taken(text, link, language) : null;
    }

    private async Task<DeliveryResult> CarryAsync(Taken taken, SendReply send, CancellationToken cancellationToken)
    {
        if (taken.Link is not { } link || await _links.FindKeyAsync(link.Id, cancellationToken) is not { } linkKey)
        {
            return DeliveryResult.Refused;
        }

        var (address, caseKey) = LinkVault.Open(linkKey, link);
        try
        {
            // When the service stops in the middle of the call, the reply stays in doubt and is sent again.
            return await send(address, TextVault.Open(caseKey, taken.Text), taken.Language, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Nobody knows whether it left: it is tried again later, and the fault is the caller's to see.
            await SettleAsync(taken, DeliveryResult.Later, CancellationToken.None);
            throw;
        }
    }

    private async Task SettleAsync(Taken taken, DeliveryResult result, CancellationToken cancellationToken)
    {
        var textId = taken.Text.Id;
        var givenUp = result == DeliveryResult.Later && taken.Text.On.AddDays(GivenUpAfterDays) <= _day.Today;
        var delivery = result switch
        {
            DeliveryResult.Sent => TextDelivery.Sent,
            DeliveryResult.Later when !givenUp => TextDelivery.Queued,
            _ => TextDelivery.Undeliverable,
        };
        if (delivery == TextDelivery.Queued)
        {
            var attempts = _later.GetValueOrDefault(textId).Attempts + 1;
            var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(3, attempts)));
            _later[textId] = (attempts, _time.GetUtcNow() + pause);
        }
        else
        {
            _later.TryRemove(textId, out _);
        }

        Guid? ending = null;
        await _changes.TryAsync<object>(
            async (db, _) =>
            {
                var text = await db.CaseTexts.SingleOrDefaultAsync(t => t.Id == textId, cancellationToken);
                if (text is null)
                {
                    return this; // Erased meanwhile.
                }

                text.Delivery = delivery;
                var isClosed = await db.HelpCases.AnyAsync(c => c.Id == text.CaseId && c.State == CaseState.Closed, cancellationToken);
                ending = isClosed ? await LinkEnding.RemoveIdleAsync(db, text.CaseId, cancellationToken) : null;
                return await CaseSaves.TrySaveAsync(db, cancellationToken) ? this : null;
            },
            cancellationToken);
        if (ending is { } linkId)
        {
            await _links.DestroyAsync(linkId, cancellationToken);
        }
    }

    private sealed record Taken(CaseText Text, CaseLink? Link, string Language)
    {
        public override string ToString() => nameof(Taken);
    }
}
