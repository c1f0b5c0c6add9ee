using System.Security.Cryptography;
using Outreach.Cases.Vault;
using Outreach.Storage.Cases;

namespace Outreach.Bot.Tests.Linkage;

/// <summary>Everything in the key folders that could be a key, tried on every ciphertext of a link that was ever carried off.</summary>
internal static class KeysOnDisk
{
    /// <returns>The cases whose link one of them opens.</returns>
    public static IReadOnlySet<Guid> Open(string keyFolder, IEnumerable<Night> snapshots)
    {
        var keys = Candidates(keyFolder);
        var opened = new HashSet<Guid>();
        foreach (var row in snapshots.SelectMany(night => night.Tables["case_links"]).DistinctBy(row => row.Values["id"]))
        {
            var link = new CaseLink { Id = (Guid)row.Values["id"]!, CaseId = row.CaseId!.Value, Sealed = (byte[])row.Values["sealed"]! };
            if (keys.Any(key => Opens(key, link)))
            {
                opened.Add(link.CaseId);
            }
        }

        return opened;
    }

    private static List<byte[]> Candidates(string keyFolder)
    {
        var keys = new List<byte[]>();
        foreach (var file in Directory.EnumerateFiles(keyFolder, "*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(file);
            for (var at = 0; at + CaseCipher.KeyBytes <= bytes.Length; at++)
            {
                keys.Add(bytes[at..(at + CaseCipher.KeyBytes)]);
            }

            var decoded = new byte[CaseCipher.KeyBytes];
            if (Convert.TryFromBase64String(System.Text.Encoding.Latin1.GetString(bytes).Trim(), decoded, out var written) && written == decoded.Length)
            {
                keys.Add(decoded);
            }
        }

        return keys;
    }

    private static bool Opens(byte[] key, CaseLink link)
    {
        try
        {
            LinkVault.Open(key, link);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
