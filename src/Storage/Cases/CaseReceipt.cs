namespace Outreach.Storage.Cases;

/// <summary>Leads from a receipt code to its case: one row a case.</summary>
internal sealed class CaseReceipt
{
    public const string Table = "receipts";

    /// <summary>HMAC(pepper, PBKDF2-SHA-256(code, salt of <see cref="Epoch"/>, 600,000)).</summary>
    public required byte[] Lookup { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>Month (yyyymm) whose salt it was made with.</summary>
    public required int Epoch { get; init; }
}
