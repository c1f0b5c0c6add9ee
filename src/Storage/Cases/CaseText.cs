namespace Outreach.Storage.Cases;

/// <summary>One text of a case, sealed under the case's own key.</summary>
internal sealed class CaseText
{
    public const string Table = "case_texts";

    public Guid Id { get; init; } = Guid.NewGuid();
    public required Guid CaseId { get; init; }

    /// <summary>Its place in the case, from 1.</summary>
    public required int Number { get; init; }

    public required TextAuthor Author { get; init; }

    /// <summary>Who of the staff wrote it; null = the worker.</summary>
    public Guid? StaffId { get; init; }

    /// <summary>AES-256-GCM, padded to a multiple of 256 bytes.</summary>
    public required byte[] Sealed { get; init; }

    public required DateOnly On { get; init; }
    public TextDelivery Delivery { get; set; }
}
