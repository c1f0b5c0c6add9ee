namespace Outreach.Storage.Cases;

/// <summary>How a case ended. Stored by name: append, never rename.</summary>
public enum CaseOutcome
{
    /// <summary>Not closed by anybody; only in <c>case_counts</c>, of cases whose time ran out.</summary>
    None,

    /// <summary>The question was answered.</summary>
    Answered,

    /// <summary>What was asked for was reached, as far as staff know.</summary>
    Resolved,

    /// <summary>A partner took over.</summary>
    Referred,

    /// <summary>The worker did not write again.</summary>
    NoAnswer,

    /// <summary>The worker asked to stop.</summary>
    Withdrawn,

    /// <summary>Nothing that this service can help with.</summary>
    OutOfScope,

    /// <summary>The same person's other case goes on, as they said themselves.</summary>
    Duplicate,

    Spam,
}
