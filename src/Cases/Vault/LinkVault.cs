using System.Security.Cryptography;
using Outreach.Cases.Requests;
using Outreach.Storage.Cases;
using Outreach.Storage.Keys;

namespace Outreach.Cases.Vault;

/// <summary>What leads from a case to its chat, under the link's own key: the case key, and the address padded like a text.</summary>
internal static class LinkVault
{
    private const string Use = "link/address";

    public static CaseLink Seal(byte[] linkKey, Guid linkId, Guid caseId, CaseAddress address, byte[] caseKey)
    {
        // No channel has a line break in its name.
        byte[] plain = [.. caseKey, .. Padding.Pad(address.Channel + "\n" + address.Value)];
        return new CaseLink { Id = linkId, CaseId = caseId, Sealed = CaseCipher.Seal(CaseCipher.Derive(linkKey, Use), KeyId(linkId), Place(caseId), plain) };
    }

    public static (CaseAddress Address, byte[] CaseKey) Open(byte[] linkKey, CaseLink link)
    {
        var plain = CaseCipher.Open(CaseCipher.Derive(linkKey, Use), KeyId(link.Id), Place(link.CaseId), link.Sealed);
        if (plain.Length <= CaseCipher.KeyBytes)
        {
            throw new CryptographicException("Not a link.");
        }

        var address = Padding.Unpad(plain.AsSpan(CaseCipher.KeyBytes));
        var end = address.IndexOf('\n', StringComparison.Ordinal);
        return (new CaseAddress(address[..end], address[(end + 1)..]), plain[..CaseCipher.KeyBytes]);
    }

    private static SealedPlace Place(Guid caseId) => new(CaseLink.Table, "sealed", caseId);

    private static string KeyId(Guid linkId) => $"link {linkId:D}";
}
