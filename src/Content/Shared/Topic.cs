namespace Outreach.Content.Shared;

/// <summary>A shelf of the library.</summary>
/// <param name="Hotline">Id of the hotline for questions of this topic that have no answer.</param>
public sealed record Topic(string Id, Localized Name, string Hotline);
