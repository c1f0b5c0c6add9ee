namespace Outreach.Storage.Subscribers;

/// <summary>What a subscriber told us of themselves, all of it optional but the language.</summary>
public sealed record SubscriberProfile
{
    public required string Language { get; init; }
    public string? Province { get; init; }

    /// <summary><c>worker</c>, <c>landlord</c> or <c>employer</c>; null = not said.</summary>
    public string? Role { get; init; }

    /// <summary>Topic ids; empty = all.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Their own quiet hours, as minutes of the organisation's day; both null = those of the campaign. Equal = none.</summary>
    public short? QuietFrom { get; init; }

    /// <summary>The first minute that is free again.</summary>
    public short? QuietTo { get; init; }

    /// <summary>Another subscription in force is theirs too. Only read: <see cref="SubscriberLinks"/> changes it.</summary>
    public bool IsLinked { get; init; }
}
