using Outreach.Storage.Cases;

namespace Outreach.Cases.Requests;

/// <summary>A case as its writer sees it: no alias, no note, no name.</summary>
public sealed record CaseView
{
    public required CaseState State { get; init; }
    public required AnswerMode Mode { get; init; }
    public required string Topic { get; init; }
    public required string Language { get; init; }

    /// <summary>In order.</summary>
    public required IReadOnlyList<CaseMessage> Messages { get; init; }

    /// <summary>How many of the staff have opened it.</summary>
    public required int OpenedByStaff { get; init; }

    public override string ToString() => nameof(CaseView);
}
