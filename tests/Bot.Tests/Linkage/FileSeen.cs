namespace Outreach.Bot.Tests.Linkage;

/// <summary>A file below the data directory, by name and times. The times are the machine's, not the simulated ones.</summary>
internal sealed record FileSeen(string Path, DateTime Born, DateTime Written);
