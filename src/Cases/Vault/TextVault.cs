using Outreach.Storage.Cases;
using Outreach.Storage.Keys;

namespace Outreach.Cases.Vault;

/// <summary>Texts of a case under the case's key.</summary>
internal static class TextVault
{
    private const string Use = "case/text";

    public static CaseText Seal(byte[] caseKey, Guid caseId, int number, TextAuthor author, Guid? staffId, string text, DateOnly on, TextDelivery delivery)
    {
        var id = Guid.NewGuid();
        return new CaseText
        {
            Id = id,
            CaseId = caseId,
            Number = number,
            Author = author,
            StaffId = staffId,
            Sealed = CaseCipher.Seal(CaseCipher.Derive(caseKey, Use), KeyId(caseId), Place(id), Padding.Pad(text)),
            On = on,
            Delivery = delivery,
        };
    }

    /// <exception cref="System.Security.Cryptography.CryptographicException">It belongs to another row or case, or was changed.</exception>
    public static string Open(byte[] caseKey, CaseText text) =>
        Padding.Unpad(CaseCipher.Open(CaseCipher.Derive(caseKey, Use), KeyId(text.CaseId), Place(text.Id), text.Sealed));

    private static SealedPlace Place(Guid id) => new(CaseText.Table, "sealed", id);

    private static string KeyId(Guid caseId) => $"case {caseId:D}";
}
