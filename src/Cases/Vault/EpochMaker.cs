using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Outreach.Storage;
using Outreach.Storage.Cases;

namespace Outreach.Cases.Vault;

/// <summary>Makes this month's key where the console's keys are: the private half first, so that nothing is ever sealed to a key that was lost.</summary>
internal sealed class EpochMaker(IDbContextFactory<OutreachDb> databases, EpochKeys keys, LocalDay day, CaseSteps steps)
{
    /// <returns>The month it is; its row and its key are there.</returns>
    public async Task<int> EnsureAsync(CancellationToken cancellationToken)
    {
        var epoch = Epochs.Of(day.Today);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.ReceiptEpochs.AnyAsync(e => e.Epoch == epoch, cancellationToken))
        {
            return epoch;
        }

        var publicKey = await keys.MakeAsync(epoch, cancellationToken);
        steps.Pass(CaseStep.EpochKeyKept);
        db.ReceiptEpochs.Add(new ReceiptEpoch { Epoch = epoch, Salt = RandomNumberGenerator.GetBytes(32), PublicKey = publicKey });
        // False: another console node was first, with the same key out of the same folder.
        await CaseSaves.TrySaveAsync(db, cancellationToken);
        steps.Pass(CaseStep.EpochSaved);
        return epoch;
    }
}
