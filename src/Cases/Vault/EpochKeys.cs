using System.Globalization;
using System.Security.Cryptography;

namespace Outreach.Cases.Vault;

/// <summary>The console's private keys by month, one file each in <c>keys/console/epochs/</c>: destroying one closes all that was sealed to it.</summary>
internal sealed class EpochKeys(ISecrets files)
{
    /// <summary>Makes the key of a month, or finds the one that is there: of two console nodes one makes it.</summary>
    /// <returns>Its public half, SubjectPublicKeyInfo.</returns>
    public async Task<byte[]> MakeAsync(int epoch, CancellationToken cancellationToken)
    {
        await files.ChangeAsync(
            Name(epoch),
            file =>
            {
                if (file is not null)
                {
                    return file;
                }

                using var made = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
                return made.ExportPkcs8PrivateKey();
            },
            cancellationToken);
        using var key = await FindAsync(epoch, cancellationToken);
        return key!.ExportSubjectPublicKeyInfo();
    }

    /// <returns>The month's key, for the caller to dispose of; null when it is not here or was destroyed.</returns>
    public async Task<ECDiffieHellman?> FindAsync(int epoch, CancellationToken cancellationToken)
    {
        if (await files.ReadAsync(Name(epoch), cancellationToken) is not { } bytes)
        {
            return null;
        }

        var key = ECDiffieHellman.Create();
        key.ImportPkcs8PrivateKey(bytes, out _);
        CryptographicOperations.ZeroMemory(bytes);
        return key;
    }

    public Task DestroyAsync(int epoch, CancellationToken cancellationToken) => files.ChangeAsync(Name(epoch), _ => null, cancellationToken);

    private static string Name(int epoch) => epoch.ToString(CultureInfo.InvariantCulture);
}
