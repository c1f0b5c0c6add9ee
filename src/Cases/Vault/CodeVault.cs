using System.Globalization;
using Outreach.Storage.Cases;
using Outreach.Storage.Keys;

namespace Outreach.Cases.Vault;

/// <summary>The case key under a key that only the receipt code gives.</summary>
internal static class CodeVault
{
    private const string Use = "receipt/case-key";

    /// <param name="hash">The code's slow hash in this epoch; never stored.</param>
    public static byte[] Seal(byte[] hash, int epoch, Guid caseId, byte[] caseKey) =>
        CaseCipher.Seal(CaseCipher.Derive(hash, Use), KeyId(epoch), Place(caseId), caseKey);

    public static byte[] Open(byte[] hash, int epoch, Guid caseId, byte[] envelope) =>
        CaseCipher.Open(CaseCipher.Derive(hash, Use), KeyId(epoch), Place(caseId), envelope);

    private static SealedPlace Place(Guid caseId) => new(HelpCase.Table, "code_key", caseId);

    private static string KeyId(int epoch) => string.Create(CultureInfo.InvariantCulture, $"code {epoch}");
}
