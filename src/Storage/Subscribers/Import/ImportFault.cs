namespace Outreach.Storage.Subscribers.Import;

/// <summary>Why a row did not go in. Carries nothing of what the row says.</summary>
/// <param name="Line">In the file, from 1: the header's.</param>
/// <param name="Column">Null = the row as a whole.</param>
/// <param name="Mend">What to do about it.</param>
public sealed record ImportFault(long Line, string? Column, string What, string Mend);
