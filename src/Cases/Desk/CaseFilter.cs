namespace Outreach.Cases.Desk;

/// <summary>Narrows a folder. There is nothing else to search by: not who wrote, not what.</summary>
/// <param name="Alias">A part of the alias, in any case, with or without marks; null or empty = all.</param>
/// <param name="Topic">A topic's id; null = all.</param>
public sealed record CaseFilter(string? Alias, string? Topic);
