namespace Outreach.Storage.Cases;

/// <summary>A report that the law asks for, made and recorded.</summary>
internal sealed class CaseReport
{
    public const string Table = "case_reports";

    public Guid Id { get; init; } = Guid.NewGuid();
    public required Guid CaseId { get; init; }
    public required DutyRule Rule { get; init; }

    /// <summary>Who was told, in words of the console's list (as <c>111</c>).</summary>
    public required string To { get; init; }

    public required DateOnly On { get; init; }
    public required Guid StaffId { get; init; }
}
