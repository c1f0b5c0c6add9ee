using Microsoft.EntityFrameworkCore;
using Outreach.Storage;
using Outreach.Storage.Cases;

namespace Outreach.Cases.Vault;

/// <summary>The months of receipts and keys, as every node sees them.</summary>
internal sealed class Epochs(IDbContextFactory<OutreachDb> databases)
{
    /// <summary>The month of a day, as yyyymm.</summary>
    public static int Of(DateOnly day) => (day.Year * 100) + day.Month;

    /// <returns>The one that new requests are sealed to; null when no console has made one yet.</returns>
    public async Task<ReceiptEpoch?> FindNewestAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.ReceiptEpochs.AsNoTracking().Where(e => e.PublicKey != null).OrderByDescending(e => e.Epoch).FirstOrDefaultAsync(cancellationToken);
    }

    /// <returns>All that a code may have been made in.</returns>
    public async Task<IReadOnlyList<ReceiptEpoch>> LiveAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.ReceiptEpochs.AsNoTracking().OrderByDescending(e => e.Epoch).ToListAsync(cancellationToken);
    }
}
