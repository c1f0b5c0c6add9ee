using Outreach.Cases.Desk;
using Outreach.Storage.Cases;

namespace Outreach.Staff.Cases.Practice;

/// <summary>A made-up case and what was done with it, in one learner's memory.</summary>
internal sealed class PracticeCase
{
    public Guid Id { get; } = Guid.NewGuid();
    public required string Alias { get; init; }
    public required string Colour { get; init; }
    public required AnswerMode Mode { get; init; }
    public required string Topic { get; init; }
    public required string Language { get; init; }
    public required bool Danger { get; init; }
    public required CasePriority Priority { get; init; }
    public required DateOnly ReceivedOn { get; init; }
    public DateTimeOffset? UrgentSince { get; init; }

    public CaseState State { get; set; }
    public Guid? AssignedTo { get; set; }
    public CaseOutcome Outcome { get; set; }
    public DateOnly? ClosedOn { get; set; }
    public DateOnly LastOn { get; set; }
    public int Version { get; set; } = 1;
    public List<DeskText> Texts { get; } = [];
    public List<DeskReferral> Referrals { get; } = [];
    public List<DeskReport> Reports { get; } = [];

    /// <summary>The replies that can still be taken back, and until when.</summary>
    public Dictionary<Guid, DateTimeOffset> Held { get; } = [];

    /// <summary>What the made-up worker says to the next replies.</summary>
    public Queue<string> Answers { get; } = [];

    public DeskCase Open() => new()
    {
        Line = Line(),
        Language = Language,
        Danger = Danger,
        FirstReply = FirstReplyWithin.None,
        Outcome = Outcome,
        ClosedOn = ClosedOn,
        CanReopen = State == CaseState.Closed,
        Texts = [.. Texts],
        Referrals = [.. Referrals],
        Reports = [.. Reports],
        OpenedByStaff = 1,
    };

    public CaseLine Line() => new()
    {
        Id = Id,
        Alias = Alias,
        Colour = Colour,
        Mode = Mode,
        Topic = Topic,
        Priority = Priority,
        State = State,
        AssignedTo = AssignedTo,
        ReceivedOn = ReceivedOn,
        LastOn = LastOn,
        UrgentSince = State == CaseState.Closed ? null : UrgentSince,
    };

    public bool IsIn(CaseFolder folder, Guid by) => folder switch
    {
        CaseFolder.Urgent => Priority == CasePriority.Urgent && IsLive,
        CaseFolder.Unassigned => AssignedTo is null && State == CaseState.Open,
        CaseFolder.Mine => AssignedTo == by && IsLive,
        CaseFolder.Waiting => State == CaseState.Waiting,
        CaseFolder.Closed => State == CaseState.Closed,
        _ => State == CaseState.Quarantined,
    };

    private bool IsLive => State is CaseState.Open or CaseState.Waiting;
}
