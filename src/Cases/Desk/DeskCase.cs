using Outreach.Storage.Cases;

namespace Outreach.Cases.Desk;

/// <summary>A case, open, for staff. It holds nothing of who wrote.</summary>
public sealed record DeskCase
{
    public required CaseLine Line { get; init; }
    public required string Language { get; init; }

    /// <summary>The worker's answer to "is anyone in danger right now?".</summary>
    public required bool Danger { get; init; }

    public required FirstReplyWithin FirstReply { get; init; }
    public required CaseOutcome Outcome { get; init; }
    public required DateOnly? ClosedOn { get; init; }

    /// <summary>Closed, and still to be opened again.</summary>
    public required bool CanReopen { get; init; }

    /// <summary>In order.</summary>
    public required IReadOnlyList<DeskText> Texts { get; init; }

    public required IReadOnlyList<DeskReferral> Referrals { get; init; }
    public required IReadOnlyList<DeskReport> Reports { get; init; }

    /// <summary>How many of the staff have opened it, this time included.</summary>
    public required int OpenedByStaff { get; init; }

    public override string ToString() => nameof(DeskCase);
}
