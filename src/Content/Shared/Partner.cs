namespace Outreach.Content.Shared;

/// <summary>An organisation that staff refer people to. Only verified ones leave this room.</summary>
public sealed record Partner
{
    public required string Id { get; init; }
    public required Localized Name { get; init; }

    /// <summary>One or more of <see cref="PartnerService.All"/>.</summary>
    public required IReadOnlyList<string> Services { get; init; }

    /// <summary>Where it helps: the whole country, a province, a few wards.</summary>
    public required Localized Area { get; init; }

    public Localized? Hours { get; init; }

    /// <summary>As people read it, with spaces; null where there is none to give, and then <see cref="Reach"/> says the way.</summary>
    public string? Number { get; init; }

    /// <summary>How one gets there: an office to ask at, what to bring.</summary>
    public Localized? Reach { get; init; }

    /// <summary>For staff: for whom it is, what to say first.</summary>
    public Localized? Note { get; init; }

    public required string Source { get; init; }

    /// <summary>The day somebody checked that all this is right; null = never shown.</summary>
    public required DateOnly? Verified { get; init; }
}
