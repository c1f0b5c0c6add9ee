using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Outreach.Scheduler.Campaigns;
using Outreach.Scheduler.Planning;
using Outreach.Staff.Campaigns;
using Outreach.Staff.Campaigns.Forms;
using Outreach.Staff.Frame;
using Outreach.Storage;
using Outreach.Storage.Campaigns;
using Outreach.Storage.Settings;

namespace Outreach.Staff.Areas.Staff.Pages.Campaigns;

/// <summary>One campaign, or one of its broadcasts: what it says, to whom, when, how it goes, and what can be done now.</summary>
internal sealed partial class ShowModel(
    CampaignShelf shelf, CampaignDesk desk, BroadcastDesk broadcasts, BroadcastWatch watch, BroadcastResults results, CampaignHistory history,
    PlanReader reader, AudienceCounts counts, TestSends tests, SharedNotes notes, OutreachDb db, StorageStartup storage, ConsoleText text) : StaffPage
{
    /// <summary>What htmx takes as an answer after which it asks no more: https://htmx.org/docs/#load_polling</summary>
    private const int StopAsking = 286;

    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    /// <summary>Of a series, the message that is looked at, 1 to 12.</summary>
    [BindProperty(SupportsGet = true, Name = "tin")]
    public string? Number { get; set; }

    /// <summary>Set: the audience is counted with the page, for a browser without script.</summary>
    [BindProperty(SupportsGet = true, Name = "dem")]
    public string? Counted { get; set; }

    public CampaignStanding Standing { get; private set; } = null!;
    public Campaign Campaign => Standing.Campaign;
    public Broadcast? Current => Standing.Current;
    public PlanLook Look { get; private set; } = null!;
    public BroadcastProgressShown? Progress { get; private set; }
    public BroadcastResults.Shown? Results { get; private set; }
    public IReadOnlyList<CampaignHistory.Line> History { get; private set; } = [];
    public AudienceEstimate? Estimate { get; private set; }
    public bool KeepsNothing => storage.KeepsNothing;

    /// <summary>A phrase that says why the last form was not done.</summary>
    public string? Problem { get; private set; }

    /// <summary>What was typed as the reason to send it back, where it was not taken.</summary>
    public string? Reason { get; private set; }

    /// <summary>How to see the message before it is sent; null = that was not asked.</summary>
    public ShownTest? Test { get; private set; }

    /// <summary>Second of the last test, 0 = none; tells one from another.</summary>
    public long TestedSecond => Campaign.TestedAt?.ToUnixTimeSeconds() ?? 0;

    public bool MayTest => MayAct && TestSends.IsPossibleIn(Campaign.State);

    public bool MayAct => CampaignRoles.All.Contains(Me.Role);

    /// <summary>Whether it is somebody else's turn: who wrote or submitted it does not approve it.</summary>
    public bool IsMine => Me.Id == Campaign.AuthorId || Me.Id == Campaign.SubmittedById;

    /// <summary>Of a rule that comes again, one broadcast can go while the campaign stays.</summary>
    public bool ComesAgain => Standing.Plan.When is not (null or Recurrence.Once);

    /// <summary>What is to be decided about a plan is looked at as it would be now; what is under way as it was frozen.</summary>
    public bool IsOpen => Campaign.State is CampaignState.Draft or CampaignState.Submitted or CampaignState.Approved;

    public IReadOnlyList<CampaignAct> Acts => MayAct ? CampaignRules.PossibleIn(Campaign.State) : [];
    public IReadOnlyList<CampaignAct> BroadcastActs => MayAct && Current is not null && Campaign.State is CampaignState.Started or CampaignState.Done ? [.. CampaignRules.PossibleIn(Current.State).Where(act => act != CampaignAct.Retry || Current.SummedAt is null)] : [];
    public string Path => $"/chien-dich/{Id}";
    private int Message => PlanForm.Place(Number, Standing.Plan.Messages.Count);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NoSuchThing();

    /// <summary>How the broadcast goes, asked every second: no more is read than that.</summary>
    /// <param name="state">The broadcast's, as the page shows it.</param>
    /// <param name="said">How many tenths were told last.</param>
    public async Task<IActionResult> OnGetProgressAsync(string? state, int? said, CancellationToken cancellationToken)
    {
        if (!Guid.TryParseExact(Id, "D", out var id) || await db.Broadcasts.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, cancellationToken) is not { } broadcast)
        {
            return NoSuchThing();
        }

        if (broadcast.State.ToString() != state)
        {
            // Other things can be done now: the whole page tells.
            Response.Headers["HX-Refresh"] = "true";
            return new NoContentResult();
        }

        return await watch.LookAsync(broadcast, cancellationToken) is { } progress ? Partial("_Progress", new ShownProgress(broadcast, progress, said)) : NoSuchThing();
    }

    public async Task<IActionResult> OnGetEstimateAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) is { } standing ? Partial("_Estimate", await counts.CountAsync(standing.Plan, cancellationToken)) : NoSuchThing();

    /// <summary>Whether a test has arrived, asked while somebody waits for it: nothing until then, and after it no more is asked.</summary>
    /// <param name="since"><see cref="TestedSecond"/> of the page.</param>
    public async Task<IActionResult> OnGetTestedAsync(long since, CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } standing)
        {
            return NoSuchThing();
        }

        Standing = standing;
        if (TestedSecond == since)
        {
            return new NoContentResult();
        }

        var arrived = Partial("_Arrived", new ShownTested(Campaign.TestedAt, Swaps: true));
        arrived.StatusCode = StopAsking;
        return arrived;
    }

    public string NameOf(int number) => text["campaigns.month", ("month", number)];

    private async Task<CampaignStanding?> FindAsync(CancellationToken cancellationToken) =>
        Guid.TryParseExact(Id, "D", out var id) ? await shelf.ShowAsync(id, cancellationToken) : null;

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } standing)
        {
            return false;
        }

        Standing = standing;
        // What a broadcast says is what was frozen for it.
        var (plan, message) = Current is { } broadcast && Guid.Parse(Id!) == broadcast.Id ? (CampaignPlan.FromJson(broadcast.Plan), 0) : (standing.Plan, Message);
        Look = reader.Look(plan, message);
        History = await history.ReadAsync(Campaign.Id, standing.Broadcasts, standing.Returns, cancellationToken);
        Estimate = Counted is null ? null : await counts.CountAsync(standing.Plan, cancellationToken);
        if (Current is { StartedAt: not null } begun)
        {
            Progress = await watch.LookAsync(begun, cancellationToken);
            Results = begun.State is BroadcastState.Done or BroadcastState.Cancelled && !KeepsNothing ? await results.ReadAsync(begun, cancellationToken) : null;
        }

        return true;
    }
}
