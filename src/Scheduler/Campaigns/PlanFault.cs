using Outreach.Content;
using Outreach.Scheduler.Planning;

namespace Outreach.Scheduler.Campaigns;

/// <summary>What is wrong with a plan, and where.</summary>
/// <param name="Kind">What; each has a sentence among the console's phrases.</param>
/// <param name="Values">What the sentence names.</param>
public sealed record PlanFault(PlanFaultKind Kind, params (string Name, object Value)[] Values)
{
    /// <summary>Which message of a series, from 1; null = the plan as a whole.</summary>
    public int? Message { get; init; }

    /// <summary>In which language; null = all.</summary>
    public string? Language { get; init; }

    /// <summary>Of <see cref="PlanFaultKind.BadMarkdown"/>: what, at which line, and how to mend it.</summary>
    public Issue? Written { get; init; }

    /// <summary>Of <see cref="PlanFaultKind.BadRule"/>.</summary>
    public RuleFault? Rule { get; init; }

    /// <summary>Does not block.</summary>
    public bool IsWarning => Kind is PlanFaultKind.MissingLanguage or PlanFaultKind.PastButSent or PlanFaultKind.DateMayBeWrong or PlanFaultKind.AnswerNotInForce
        || Written is { Level: not IssueLevel.Error };
}
