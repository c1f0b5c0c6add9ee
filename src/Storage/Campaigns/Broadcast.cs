namespace Outreach.Storage.Campaigns;

/// <summary>One sending of a campaign, at one instant.</summary>
public sealed class Broadcast
{
    public Guid Id { get; init; } = Guid.NewGuid();
    public required Guid CampaignId { get; init; }

    /// <summary>One campaign sends at one instant once, however many nodes plan it.</summary>
    public required DateTimeOffset PlannedAt { get; init; }

    public BroadcastState State { get; set; }

    /// <summary>Set while <see cref="BroadcastState.Paused"/>.</summary>
    public PauseReason? PausedBecause { get; set; }

    /// <summary>JSON of the campaign's plan as it was approved, with the message of this date alone.</summary>
    public required string Plan { get; init; }

    /// <summary>Minutes of the organisation's day in which nobody is written to; both null = none. Persons may have hours of their own.</summary>
    public short? QuietFrom { get; init; }

    /// <summary>The first minute that is free again; may be earlier in the day than <see cref="QuietFrom"/>.</summary>
    public short? QuietTo { get; init; }

    /// <summary>Nobody who got another campaign within so many days; 0 = no such rule.</summary>
    public short CapDays { get; init; }

    /// <summary>Topics of its audience, kept when it begins: who leaves all of them meanwhile is not written to. Empty = all.</summary>
    public List<string> Topics { get; private set; } = [];

    /// <summary>What a hard kill left in doubt is listed and not sent again.</summary>
    public bool ListsDoubts { get; init; }

    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>From when on its counts (<see cref="DeliverySum"/> and the three below) stand for its deliveries, whose rows go; null = the rows are all there.</summary>
    public DateTimeOffset? SummedAt { get; init; }

    /// <summary>Of one that is summed: how many deliveries were ever in doubt.</summary>
    public long? Doubts { get; init; }

    /// <summary>Of one that is summed: who got it and asked for no more soon after.</summary>
    public long? LeftAsked { get; init; }

    /// <summary>Of one that is summed: who got it and blocked us, or left, soon after.</summary>
    public long? LeftBlocked { get; init; }
}
