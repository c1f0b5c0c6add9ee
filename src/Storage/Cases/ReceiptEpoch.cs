namespace Outreach.Storage.Cases;

/// <summary>A month of receipts and keys: the salt of its codes, and the key that the console can open.</summary>
internal sealed class ReceiptEpoch
{
    public const string Table = "receipt_epochs";

    /// <summary>Year and month as yyyymm.</summary>
    public required int Epoch { get; init; }

    /// <summary>32 random bytes.</summary>
    public required byte[] Salt { get; init; }

    /// <summary>P-256, SubjectPublicKeyInfo; null once the private half was destroyed.</summary>
    public byte[]? PublicKey { get; set; }

    /// <summary>The day from which no row was sealed to this key any more; null = in use.</summary>
    public DateOnly? RetiredOn { get; set; }
}
