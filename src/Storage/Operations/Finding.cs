namespace Outreach.Storage.Operations;

/// <summary>What <c>doctor</c> found at one place.</summary>
/// <param name="Check">programs, folder, keys, locks, disk, clock, database, migrations, key marks, server log.</param>
/// <param name="Text">What is so, and how to mend it where it is wrong. No data, no secret.</param>
public sealed record Finding(FindingLevel Level, string Check, string Text);
