using Microsoft.AspNetCore.Mvc;
using Outreach.Content;
using Outreach.Content.Store;
using Outreach.Scheduler.Campaigns;
using Outreach.Staff.Access;
using Outreach.Staff.Campaigns;
using Outreach.Staff.Frame;
using Outreach.Storage.Campaigns;

namespace Outreach.Staff.Areas.Staff.Pages.Campaigns;

/// <summary>All campaigns: what runs on top, then what needs somebody, then what is to come, then what was.</summary>
internal sealed class ListModel(CampaignShelf shelf, BroadcastWatch watch, ContentStore content) : StaffPage
{
    private const int PastShown = 20;

    /// <summary>Set: the whole past.</summary>
    [BindProperty(SupportsGet = true, Name = "tat-ca")]
    public string? All { get; set; }

    public IReadOnlyList<(CampaignStanding Standing, BroadcastProgressShown? Progress)> Running { get; private set; } = [];

    /// <summary>A phrase's end and the campaigns of that kind, in the order of the page; none is empty.</summary>
    public IReadOnlyList<(string Kind, IReadOnlyList<CampaignStanding> Standings)> Others { get; private set; } = [];

    public bool HasMore { get; private set; }
    public bool IsEmpty => Running.Count == 0 && Others.Count == 0;
    public bool MayWrite => AccessTable.Allows("/chien-dich/moi", Me.Role);

    /// <summary>The monthly messages of content, for who would rather not begin with nothing.</summary>
    public IReadOnlyList<(string Id, int Month, string Title)> Monthly(string language) =>
        [.. content.Current.In(language).Campaigns.Values.Concat(content.Current.In(Languages.Other(language)).Campaigns.Values).DistinctBy(c => c.Id).OrderBy(c => c.Month).Select(c => (c.Id, c.Month, c.Title))];

    public bool HasYear => ContentPlan.Year(content.Current) is not null;

    /// <summary>In the order of the page.</summary>
    private static readonly string[] Kinds = ["waiting", "submitted", "scheduled", "draft", "past"];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var all = await shelf.ListAsync(cancellationToken);
        await RunAsync(all, cancellationToken);
        var kinds = all.Where(standing => KindOf(standing) != "running").GroupBy(KindOf).ToDictionary(group => group.Key, group => (IReadOnlyList<CampaignStanding>)[.. InOrder(group.Key, group)], StringComparer.Ordinal);
        Others = [.. Kinds.Where(kinds.ContainsKey).Select(kind => (kind, kind == "past" && All is null ? [.. kinds[kind].Take(PastShown)] : kinds[kind]))];
        HasMore = All is null && kinds.GetValueOrDefault("past")?.Count > PastShown;
    }

    /// <summary>What runs, again: so much is looked at every few seconds.</summary>
    public async Task<IActionResult> OnGetRunningAsync(CancellationToken cancellationToken)
    {
        await RunAsync(await shelf.ListAsync(cancellationToken), cancellationToken);
        return Partial("_Running", this);
    }

    private async Task RunAsync(IReadOnlyList<CampaignStanding> all, CancellationToken cancellationToken)
    {
        var running = new List<(CampaignStanding, BroadcastProgressShown?)>();
        foreach (var standing in all.Where(standing => KindOf(standing) == "running"))
        {
            running.Add((standing, await watch.LookAsync(standing.Current!, cancellationToken)));
        }

        Running = running;
    }

    private static string KindOf(CampaignStanding standing) => standing switch
    {
        { Campaign.State: CampaignState.Cancelled } => "past",
        { Current.State: BroadcastState.Running or BroadcastState.Paused } => "running",
        { Campaign.State: CampaignState.Done } => "past",
        { Campaign.State: CampaignState.Draft } => "draft",
        { Campaign.State: CampaignState.Submitted } => "submitted",
        { Current.State: BroadcastState.Waiting } => "waiting",
        { Current.State: BroadcastState.Done or BroadcastState.Cancelled } => "past",
        _ => "scheduled",
    };

    private static IEnumerable<CampaignStanding> InOrder(string kind, IEnumerable<CampaignStanding> some) =>
        kind is "scheduled" or "waiting" ? some.OrderBy(standing => standing.PlannedAt ?? DateTimeOffset.MinValue) : some;
}
