namespace Outreach.Storage.Cases;

/// <summary>One request for help and what became of it. Nothing in it, and no time in it, tells who asked.</summary>
internal sealed class HelpCase
{
    public const string Table = "help_cases";

    /// <summary>Version 4, made with the request: a request sent twice is one case.</summary>
    public required Guid Id { get; init; }

    /// <summary>What staff call it ("Sen Hồng 27"); never given twice.</summary>
    public required string Alias { get; init; }

    /// <summary>The alias in small letters without marks, to search by.</summary>
    public string AliasKey { get; init; } = "";

    /// <summary>A name of the console's palette.</summary>
    public required string Colour { get; init; }

    public required AnswerMode Mode { get; init; }

    /// <summary>Id of topics.yml, or <c>other</c>.</summary>
    public required string Topic { get; init; }

    public required string Language { get; init; }

    /// <summary>Version of the wording that was agreed to.</summary>
    public required string Consent { get; init; }

    /// <summary>The worker's answer to "is anyone in danger right now?".</summary>
    public required bool Danger { get; init; }

    public required DateOnly ReceivedOn { get; init; }
    public CasePriority Priority { get; private set; }
    public CaseState State { get; private set; }

    /// <summary>Staff member who has it; null = nobody.</summary>
    public Guid? AssignedTo { get; private set; }

    /// <summary>Cut to the hour; only while urgent and not closed.</summary>
    public DateTimeOffset? UrgentSince { get; private set; }

    /// <summary>Day of the last word, the worker's or staff's.</summary>
    public required DateOnly LastOn { get; set; }

    public FirstReplyWithin FirstReply { get; private set; }
    public CaseOutcome Outcome { get; private set; }
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Month (yyyymm) of the console's key that <see cref="WrappedKey"/> is sealed to.</summary>
    public required int Epoch { get; set; }

    /// <summary>The case key for the console.</summary>
    public required byte[] WrappedKey { get; set; }

    /// <summary>The case key for whoever has the receipt code.</summary>
    public required byte[] CodeKey { get; init; }

    /// <summary>How many alarms were given for it.</summary>
    public int Alarms { get; private set; }

    /// <summary>Counts changes: two at once are a conflict, not a loss.</summary>
    public int Version { get; private set; }

    /// <summary>Raises the priority; nothing ever lowers it.</summary>
    public void Raise(DateTimeOffset now)
    {
        if (Priority == CasePriority.Normal)
        {
            Priority = CasePriority.Urgent;
            UrgentSince = State is CaseState.Closed ? null : now;
            Version++;
        }
    }

    /// <summary>The worker wrote.</summary>
    public void Hear(DateOnly today)
    {
        State = State == CaseState.Waiting ? CaseState.Open : State;
        LastOn = today;
        Version++;
    }

    /// <summary>A reply of staff went out; one that closes the case leaves it closed.</summary>
    public void Answer(FirstReplyWithin within, DateOnly today)
    {
        State = State == CaseState.Open ? CaseState.Waiting : State;
        FirstReply = FirstReply == FirstReplyWithin.None ? within : FirstReply;
        LastOn = today;
        Version++;
    }

    public void Assign(Guid? staffId)
    {
        AssignedTo = staffId;
        Version++;
    }

    public void Alarm()
    {
        Alarms++;
        Version++;
    }

    /// <summary>A change beside the case's own columns that must not pass unseen by another writer.</summary>
    public void Touch() => Version++;

    /// <returns>False when it is closed already.</returns>
    public bool TryClose(CaseOutcome outcome, DateOnly today)
    {
        if (State == CaseState.Closed)
        {
            return false;
        }

        (State, Outcome, ClosedOn, UrgentSince) = (CaseState.Closed, outcome, today, null);
        Version++;
        return true;
    }

    /// <returns>False when it is not closed.</returns>
    public bool TryReopen(DateTimeOffset now, DateOnly today)
    {
        if (State != CaseState.Closed)
        {
            return false;
        }

        (State, Outcome, ClosedOn, LastOn) = (CaseState.Open, CaseOutcome.None, null, today);
        UrgentSince = Priority == CasePriority.Urgent ? now : null;
        Version++;
        return true;
    }

    /// <returns>False when it is closed or set aside already.</returns>
    public bool TryQuarantine()
    {
        if (State is CaseState.Closed or CaseState.Quarantined)
        {
            return false;
        }

        State = CaseState.Quarantined;
        Version++;
        return true;
    }

    /// <returns>False when it was not set aside.</returns>
    public bool TryRestore()
    {
        if (State != CaseState.Quarantined)
        {
            return false;
        }

        State = CaseState.Open;
        Version++;
        return true;
    }
}
