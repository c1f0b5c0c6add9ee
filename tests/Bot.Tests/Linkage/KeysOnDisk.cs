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
            if (keys.Any(key => Succeeds(() => LinkVault.Open(key, link))))
            {
                opened.Add(link.CaseId);
            }
        }

        return opened;
    }

    /// <summary>The same for texts: with the console's keys by month, and with anything that could be a case's own key.</summary>
    /// <returns>The cases of which a text is read.</returns>
    public static IReadOnlySet<Guid> Read(string keyFolder, Night copy, IEnumerable<Guid> caseIds)
    {
        var read = new HashSet<Guid>();
        foreach (var id in caseIds)
        {
            var row = copy.CaseRow(id)!;
            var keys = Candidates(keyFolder).Concat(Unwrapped(keyFolder, (int)row.Values["epoch"]!, id, (byte[])row.Values["wrapped_key"]!));
            var first = copy.RowsOf(id).First(text => text.Table == "case_texts");
            var text = new CaseText
            {
                Id = (Guid)first.Values["id"]!,
                CaseId = id,
                Number = 1,
                Author = TextAuthor.Worker,
                Sealed = (byte[])first.Values["sealed"]!,
                On = copy.Day,
            };
            if (keys.Any(key => Succeeds(() => TextVault.Open(key, text))))
            {
                read.Add(id);
            }
        }

        return read;
    }

    private static IEnumerable<byte[]> Unwrapped(string keyFolder, int epoch, Guid caseId, byte[] wrapped)
    {
        foreach (var file in Directory.EnumerateFiles(keyFolder, "*", SearchOption.AllDirectories))
        {
            using var key = ECDiffieHellman.Create();
            var opened = Array.Empty<byte>();
            if (Succeeds(() =>
            {
                key.ImportPkcs8PrivateKey(File.ReadAllBytes(file), out _);
                opened = EpochSeal.Open(key, epoch, caseId, wrapped);
            }))
            {
                yield return opened;
            }
        }
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

    private static bool Succeeds(Action open)
    {
        try
        {
            open();
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
