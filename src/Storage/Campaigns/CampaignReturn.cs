namespace Outreach.Storage.Campaigns;

/// <summary>A campaign was sent back to its author, and why. The audit has no room for words: they lie here.</summary>
public sealed class CampaignReturn
{
    public const int MaxReasonChars = 1000;

    public Guid Id { get; init; } = Guid.NewGuid();
    public required Guid CampaignId { get; init; }

    /// <summary>Who sent it back; null = the command line without a name.</summary>
    public required Guid? StaffId { get; init; }

    public required DateTimeOffset At { get; init; }
    public required string Reason { get; init; }

    /// <summary>Not answered yet: the campaign was not submitted again since.</summary>
    public bool IsOpen { get; set; } = true;
}
