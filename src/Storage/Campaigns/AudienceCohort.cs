namespace Outreach.Storage.Campaigns;

/// <summary>Subscribers who are alike in all that a campaign asks of them. Counts alone: nobody is named.</summary>
public sealed record AudienceCohort
{
    public required string Channel { get; init; }
    public required string Language { get; init; }
    public string? Province { get; init; }
    public string? Role { get; init; }

    /// <summary>Empty = all.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Their own quiet hours; both null = those of the campaign.</summary>
    public short? QuietFrom { get; init; }

    public short? QuietTo { get; init; }

    /// <summary>The day (UTC) of their consent.</summary>
    public required DateTimeOffset ConsentedOn { get; init; }

    /// <summary>The hour in which they last got a campaign; null = none within a year.</summary>
    public DateTimeOffset? LastSentAt { get; init; }

    public required long Count { get; init; }
}
