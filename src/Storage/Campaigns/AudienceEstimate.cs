namespace Outreach.Storage.Campaigns;

/// <summary>How many a broadcast would reach now, and in counts why not the others. Of those whom the rule means.</summary>
public sealed record AudienceEstimate
{
    /// <summary>Would be written to, at once or after their quiet hours.</summary>
    public required long Eligible { get; init; }

    /// <summary>Of <see cref="Eligible"/>: whose quiet hours it is now.</summary>
    public required long Quiet { get; init; }

    public required long OptedOut { get; init; }
    public required long Blocked { get; init; }
    public required long Capped { get; init; }
    public required long ChannelClosed { get; init; }

    /// <summary><see cref="Eligible"/> by channel.</summary>
    public required IReadOnlyDictionary<string, long> ByChannel { get; init; }

    /// <summary><see cref="Eligible"/> by language.</summary>
    public required IReadOnlyDictionary<string, long> ByLanguage { get; init; }
}
