namespace Outreach.Storage.Campaigns;

/// <summary>What staff plan to tell many. Its message, audience and time lie in <see cref="Plan"/>, whose shape the scheduler knows.</summary>
public sealed class Campaign
{
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>What staff call it; workers never see it.</summary>
    public required string Title { get; set; }

    /// <summary>The campaign in content that it was made of, or null.</summary>
    public string? ContentId { get; init; }

    public CampaignState State { get; set; }

    /// <summary>JSON. Frozen from <see cref="CampaignState.Approved"/> on.</summary>
    public required string Plan { get; set; }

    /// <summary>Raised by every change: who saves on a version that is gone is told, and overwrites nothing.</summary>
    public int Version { get; set; }

    /// <summary>Staff; null = the command line without a name.</summary>
    public Guid? AuthorId { get; set; }

    public Guid? SubmittedById { get; set; }

    /// <summary>Never the author, and never who submitted it.</summary>
    public Guid? ApprovedById { get; set; }

    /// <summary>When its text as it now stands last arrived somewhere as a test; null = never. Not who asked for it, nor in which chat.</summary>
    public DateTimeOffset? TestedAt { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; set; }
}
