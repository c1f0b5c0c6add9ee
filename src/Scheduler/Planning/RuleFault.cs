namespace Outreach.Scheduler.Planning;

/// <summary>Why a rule can never be, for staff to mend.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Values">What the sentence about it names: days, numbers.</param>
public sealed record RuleFault(RuleFaultKind Kind, params (string Name, object Value)[] Values);
