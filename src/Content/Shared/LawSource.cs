namespace Outreach.Content.Shared;

/// <summary>One legal text that answers may cite, from <c>sources.yml</c>.</summary>
/// <param name="To">The last day it is law; null = until further notice.</param>
internal sealed record LawSource(string Id, Localized Name, DateOnly From, DateOnly? To);
