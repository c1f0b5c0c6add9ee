namespace Outreach.Storage.Cases;

/// <summary>A case was erased, or is being erased: what a backup brings back of it is erased again.</summary>
internal sealed class Erasure
{
    public const string Table = "erasures";

    public required Guid CaseId { get; init; }
    public required DateOnly On { get; init; }
}
