namespace Outreach.Storage.Cases;

/// <summary>A staff member opened a case: workers are told how many did, never who.</summary>
internal sealed class CaseReader
{
    public const string Table = "case_readers";

    public required Guid CaseId { get; init; }
    public required Guid StaffId { get; init; }
}
