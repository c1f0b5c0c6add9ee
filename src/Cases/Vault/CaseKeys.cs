using Outreach.Storage.Cases;

namespace Outreach.Cases.Vault;

/// <summary>Opens case keys where the console's keys are.</summary>
internal sealed class CaseKeys(EpochKeys epochs)
{
    /// <returns>Null when the month's key was destroyed.</returns>
    public async Task<byte[]?> OpenAsync(HelpCase found, CancellationToken cancellationToken)
    {
        using var key = await epochs.FindAsync(found.Epoch, cancellationToken);
        return key is null ? null : EpochSeal.Open(key, found.Epoch, found.Id, found.WrappedKey);
    }
}
