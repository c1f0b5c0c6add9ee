using Microsoft.EntityFrameworkCore;
using Outreach.Cases.Vault;
using Outreach.Storage;
using Outreach.Storage.Cases;

namespace Outreach.Cases.Delivery;

/// <summary>
/// Destroys the way from a case to its chat: the row goes with the transaction that ends it, the key in its file right
/// after. A node without the sender's keys leaves the key to the sweep of one that has them.
/// </summary>
internal sealed class LinkEnding(LinkFiles? links)
{
    private static readonly TextDelivery[] OnTheirWay = [TextDelivery.Held, TextDelivery.Queued, TextDelivery.InDoubt];

    /// <summary>Removes the link's row when no reply is on its way any more; it goes with the next save.</summary>
    /// <returns>The link whose key is then to be destroyed; null when there is none, or not yet.</returns>
    public static async Task<Guid?> RemoveIdleAsync(OutreachDb db, Guid caseId, CancellationToken cancellationToken)
    {
        var stored = await db.CaseTexts.Where(t => t.CaseId == caseId && OnTheirWay.Contains(t.Delivery)).Select(t => t.Id).ToListAsync(cancellationToken);
        // What this transaction changed and has not saved counts as it will be.
        var changed = db.ChangeTracker.Entries<CaseText>().Select(entry => entry.Entity).Where(text => text.CaseId == caseId).ToList();
        if (changed.Exists(text => OnTheirWay.Contains(text.Delivery)) || stored.Except(changed.Select(text => text.Id)).Any())
        {
            return null;
        }

        var link = await db.CaseLinks.SingleOrDefaultAsync(l => l.CaseId == caseId, cancellationToken);
        if (link is not null)
        {
            db.CaseLinks.Remove(link);
        }

        return link?.Id;
    }

    public Task DestroyAsync(Guid? linkId, CancellationToken cancellationToken) =>
        linkId is { } id && links is not null ? links.DestroyAsync(id, cancellationToken) : Task.CompletedTask;
}
