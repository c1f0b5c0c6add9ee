namespace Outreach.Storage.Operations;

/// <summary>Where a verb writes.</summary>
/// <param name="Lines">What it did: standard output.</param>
/// <param name="Faults">What went wrong and how to mend it: standard error.</param>
public sealed record VerbOutput(TextWriter Lines, TextWriter Faults);
