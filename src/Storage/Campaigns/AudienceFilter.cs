namespace Outreach.Storage.Campaigns;

/// <summary>Who of those with a consent in force is meant. An empty list = no rule. Never by anything of a help request.</summary>
public sealed record AudienceFilter
{
    public IReadOnlyList<string> Languages { get; init; } = [];
    public IReadOnlyList<string> Provinces { get; init; } = [];

    /// <summary><c>worker</c>, <c>landlord</c>, <c>employer</c>.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Somebody who named no topic wants all of them.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    public IReadOnlyList<string> Channels { get; init; } = [];
    public DateTimeOffset? JoinedBefore { get; init; }
}
