using Outreach.Storage.Campaigns;

namespace Outreach.Scheduler.Campaigns;

/// <summary>What became of a step with a campaign.</summary>
public abstract record DeskOutcome
{
    private DeskOutcome()
    {
    }

    /// <summary>Done.</summary>
    /// <param name="CampaignId">Whose; of a clone, the new one's.</param>
    /// <param name="Count">Of a retry, how many deliveries are sent once more.</param>
    public sealed record Done(Guid CampaignId, long Count = 0) : DeskOutcome;

    /// <summary>A message can be seen before it is sent.</summary>
    /// <param name="Text">What to bring to the bot.</param>
    public sealed record Ticket(string Text, DateTimeOffset Until) : DeskOutcome;

    /// <summary>Sending it back needs a reason of 1 to so many characters.</summary>
    public sealed record NeedsReason(int MaxChars) : DeskOutcome;

    /// <summary>There is no such campaign or broadcast, or no such campaign in content.</summary>
    public sealed record NotFound : DeskOutcome;

    /// <summary>Not in this state of the campaign.</summary>
    public sealed record NotNow(CampaignAct Asked, CampaignState State, IReadOnlyList<CampaignAct> Possible) : DeskOutcome;

    /// <summary>Not in this state of the broadcast; null = the campaign has none that this could mean.</summary>
    public sealed record NotNowOfBroadcast(CampaignAct Asked, BroadcastState? State, IReadOnlyList<CampaignAct> Possible) : DeskOutcome;

    /// <summary>Who wrote or submitted it cannot approve it.</summary>
    public sealed record NeedsSecondPerson : DeskOutcome;

    /// <summary>Campaigns are for campaigners, managers and admins whose account is open; a step needs a name.</summary>
    public sealed record MayNot : DeskOutcome;

    /// <summary>The plan has faults; those of them that are errors must be mended first.</summary>
    public sealed record Faulty(IReadOnlyList<PlanFault> Faults) : DeskOutcome;

    /// <summary>Somebody else changed it meanwhile: look again.</summary>
    public sealed record Changed : DeskOutcome;

    /// <summary>Campaigns:ApprovalFromCommandLine is false.</summary>
    public sealed record NotFromCommandLine : DeskOutcome;

    /// <summary>Broadcasts need PostgreSQL; storage is in memory.</summary>
    public sealed record NeedsDatabase : DeskOutcome;

    /// <summary>The rule gives no date any more.</summary>
    public sealed record NoDateLeft : DeskOutcome;
}
