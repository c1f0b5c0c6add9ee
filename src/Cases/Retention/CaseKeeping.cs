using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Outreach.Cases.Vault;
using Outreach.Storage;
using Outreach.Storage.Staff;

namespace Outreach.Cases.Retention;

/// <summary>The console's housekeeping: keys of the month, cases whose time is over, old tombstones, lines of the audit whose day is over.</summary>
internal sealed class CaseKeeping(
    KeyRotation rotation, CaseExpiry expiry, AuditTrail audit, IDbContextFactory<OutreachDb> databases, LocalDay day, ILogger<CaseKeeping> log)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // First what must not be in the way of the rest: cases that go need no new key.
        var ended = await expiry.RunAsync(cancellationToken);
        var rotated = await rotation.RunAsync(cancellationToken);
        await PruneErasuresAsync(cancellationToken);
        if (ended > 0 || rotated.Moved > 0 || rotated.Destroyed > 0)
        {
            CasesLog.Kept(log, ended, rotated.Moved, rotated.Destroyed);
        }

        // Each hour, so that a machine that is off at night catches up.
        if (await audit.IsMoveDueAsync(cancellationToken))
        {
            await audit.MoveWaitingAsync(cancellationToken);
        }
    }

    private async Task PruneErasuresAsync(CancellationToken cancellationToken)
    {
        var oldest = RetentionRules.Erasures.OverWhenBegunBy(day.Today);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        db.Erasures.RemoveRange(await db.Erasures.Where(e => e.On <= oldest).ToListAsync(cancellationToken));
        // False: another node pruned the same.
        await CaseSaves.TrySaveAsync(db, cancellationToken);
    }
}
