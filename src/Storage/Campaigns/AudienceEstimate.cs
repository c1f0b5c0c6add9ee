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

    /// <summary>Second subscriptions of people who linked them: one message for one person.</summary>
    public required long SamePerson { get; init; }

    /// <summary><see cref="Eligible"/> by channel.</summary>
    public required IReadOnlyDictionary<string, long> ByChannel { get; init; }

    /// <summary><see cref="Eligible"/> by language.</summary>
    public required IReadOnlyDictionary<string, long> ByLanguage { get; init; }

    internal static AudienceEstimate Of(IReadOnlyCollection<(string Reason, string Channel, string Language, long Count)> counted)
    {
        long Sum(string reason) => counted.Where(row => row.Reason == reason).Sum(row => row.Count);
        var eligible = counted.Where(row => row.Reason is "Eligible" or "Quiet").ToList();
        return new AudienceEstimate
        {
            Eligible = eligible.Sum(row => row.Count),
            Quiet = Sum("Quiet"),
            OptedOut = Sum("OptedOut"),
            Blocked = Sum("Blocked"),
            Capped = Sum("Capped"),
            ChannelClosed = Sum("ChannelClosed"),
            SamePerson = Sum("SamePerson"),
            ByChannel = eligible.GroupBy(row => row.Channel).ToDictionary(group => group.Key, group => group.Sum(row => row.Count)),
            ByLanguage = eligible.GroupBy(row => row.Language).ToDictionary(group => group.Key, group => group.Sum(row => row.Count)),
        };
    }
}
