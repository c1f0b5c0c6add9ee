namespace Outreach.Staff;

/// <summary>What the host tells the console about itself.</summary>
/// <param name="Organisation">Whose service it is.</param>
/// <param name="Channels">Names of the channels that are configured.</param>
internal sealed record StaffFacts(string Organisation, IReadOnlyList<string> Channels);
