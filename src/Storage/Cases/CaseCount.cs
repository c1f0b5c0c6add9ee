namespace Outreach.Storage.Cases;

/// <summary>What is left of cases whose time is over: how many there were of a kind.</summary>
internal sealed class CaseCount
{
    public const string Table = "case_counts";

    /// <summary>Year and month they came in, as yyyymm.</summary>
    public required int Month { get; init; }

    public required string Topic { get; init; }
    public required CaseOutcome Outcome { get; init; }
    public required CasePriority Priority { get; init; }
    public required FirstReplyWithin FirstReply { get; init; }
    public int Count { get; set; }
}
