using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Outreach.Cases.Desk;
using Outreach.Cases.Triage;
using Outreach.Storage;
using Outreach.Storage.Cases;

namespace Outreach.Cases.Delivery;

/// <summary>
/// Lets replies go once their writers can take them back no more. When that is lives in memory, since no column may be
/// so fine; what a stopped console left held goes at its next start.
/// </summary>
internal sealed class ReplyRelease(
    CaseChanges changes, ArrivalClock arrivals, DeliveryBell bell, DeskSettings settings, CaseSteps steps, LocalDay day, TimeProvider time,
    ILogger<ReplyRelease> log) : BackgroundService
{
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _due = new();
    private readonly SemaphoreSlim _held = new(0);

    public void Hold(Guid textId)
    {
        _due[textId] = time.GetUtcNow() + settings.ReplyHold;
        _held.Release();
    }

    public void Forget(Guid textId) => _due.TryRemove(textId, out _);

    /// <summary>Wakes the sender of this process.</summary>
    public void Ring() => bell.Ring();

    /// <summary>Releases those whose time has come.</summary>
    public async Task ReleaseDueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var (textId, _) in _due.Where(entry => entry.Value <= now))
        {
            await changes.TryAsync((db, _) => TryReleaseAsync(db, textId, cancellationToken), cancellationToken);
            Forget(textId);
        }
    }

    /// <summary>Releases all replies of a case that is about to be closed, with what saves that.</summary>
    public async Task ReleaseAllAsync(OutreachDb db, HelpCase found, CancellationToken cancellationToken)
    {
        foreach (var text in await db.CaseTexts.Where(t => t.CaseId == found.Id && t.Delivery == TextDelivery.Held).ToListAsync(cancellationToken))
        {
            await ReleaseAsync(db, text, found, cancellationToken);
        }
    }

    /// <summary>At start: what was held when the last console stopped.</summary>
    public async Task ReleaseLeftAsync(CancellationToken cancellationToken) => await changes.TryAsync<object>(
        async (db, _) =>
        {
            foreach (var text in await db.CaseTexts.Where(t => t.Delivery == TextDelivery.Held).ToListAsync(cancellationToken))
            {
                if (await db.HelpCases.SingleOrDefaultAsync(c => c.Id == text.CaseId, cancellationToken) is { } found)
                {
                    await ReleaseAsync(db, text, found, cancellationToken);
                }
            }

            return await CaseSaves.TrySaveAsync(db, cancellationToken) ? this : null;
        },
        cancellationToken);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await ReleaseLeftAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _held.Dispose();
        base.Dispose();
    }

    /// <summary>One wait for each reply held: nothing ticks while nobody writes.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await _held.WaitAsync(stoppingToken);
            while (_due.Values.DefaultIfEmpty().Min() is var next && next != default)
            {
                var wait = next - time.GetUtcNow();
                if (wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait, time, stoppingToken);
                }

                await ReleaseOrWaitAsync(stoppingToken);
            }
        }
    }

    private async Task ReleaseOrWaitAsync(CancellationToken stoppingToken)
    {
        try
        {
            await ReleaseDueAsync(stoppingToken);
        }
        catch (Exception fault) when (CaseSaves.IsAway(fault))
        {
            // The edge: they stay held until the database is back.
            CasesLog.ReleasePostponed(log);
            await Task.Delay(AfterFault, time, stoppingToken);
        }
    }

    private async Task<object?> TryReleaseAsync(OutreachDb db, Guid textId, CancellationToken cancellationToken)
    {
        var text = await db.CaseTexts.SingleOrDefaultAsync(t => t.Id == textId && t.Delivery == TextDelivery.Held, cancellationToken);
        if (text is null || await db.HelpCases.SingleOrDefaultAsync(c => c.Id == text.CaseId, cancellationToken) is not { } found)
        {
            return this; // Taken back, let go by another console, or erased.
        }

        await ReleaseAsync(db, text, found, cancellationToken);
        if (!await CaseSaves.TrySaveAsync(db, cancellationToken))
        {
            return null;
        }

        // Not before it is written: whoever lost the race works it out again.
        arrivals.Forget(found.Id);
        steps.Pass(CaseStep.ReplyReleased);
        bell.Ring();
        return this;
    }

    private async Task ReleaseAsync(OutreachDb db, CaseText text, HelpCase found, CancellationToken cancellationToken)
    {
        text.Delivery = found.Mode switch
        {
            AnswerMode.Receipt => TextDelivery.None,
            _ when await db.CaseLinks.AnyAsync(l => l.CaseId == found.Id, cancellationToken) => TextDelivery.Queued,
            _ => TextDelivery.Undeliverable,
        };
        found.Answer(arrivals.Within(found), day.Today);
    }
}
