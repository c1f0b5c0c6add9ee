using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Outreach.Content.Answers;
using Outreach.Content.Store;
using Outreach.Scheduler.Campaigns;
using Outreach.Staff.Campaigns;
using Outreach.Staff.Campaigns.Forms;
using Outreach.Staff.Frame;
using Outreach.Storage;
using Outreach.Storage.Campaigns;

namespace Outreach.Staff.Areas.Staff.Pages.Campaigns;

/// <summary>Writes a campaign, a new one or one that has not begun. What was typed is never lost: faults and other people's changes are told beside it.</summary>
[RequestFormLimits(ValueCountLimit = 512)]
internal sealed class EditModel(
    CampaignShelf shelf, CampaignDesk desk, PlanReader reader, AudienceCounts counts, CampaignHistory history, CampaignWords words,
    ContentStore content, ConsoleText text, LocalDay day, StorageStartup storage) : StaffPage
{
    /// <summary>The route of a new one.</summary>
    public const string NewRoute = "/chien-dich/moi";

    /// <summary>As where a new one begins: the twelve monthly messages as a series.</summary>
    public const string WholeYear = "ca-nam";

    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    /// <summary>Of a new one: which of content's campaigns it begins from.</summary>
    [BindProperty(SupportsGet = true, Name = "tu")]
    public string? From { get; set; }

    /// <summary>Of a series: which message is written, 1 to 12.</summary>
    [BindProperty(SupportsGet = true, Name = "tin")]
    public string? Number { get; set; }

    [BindProperty]
    public PlanForm Form { get; set; } = new();

    public PlanLook Look { get; private set; } = null!;
    public AudienceEstimate? Estimate { get; private set; }

    /// <summary>The page was checked by hand: everything is shown, the count of people too.</summary>
    public bool IsChecked { get; private set; }

    /// <summary>Who changed it while it was written here; null = nobody did.</summary>
    public string? ChangedBy { get; private set; }

    public string? Problem { get; private set; }
    public bool IsNew => Id is null;
    public bool KeepsNothing => storage.KeepsNothing;
    public bool IsSeries => Base.Messages.Count > 1;
    public int Message => PlanForm.Place(Number, Base.Messages.Count);
    public CampaignState State { get; private set; }

    /// <summary>Why it was sent back, as long as that is to be mended.</summary>
    public CampaignReturn? Returned { get; private set; }
    public string Action => IsNew ? NewRoute + (From is null ? "" : "?tu=" + Uri.EscapeDataString(From)) : $"/chien-dich/{Id}/sua" + (IsSeries ? "?tin=" + FormText.Of(Message + 1) : "");
    public IReadOnlyList<Answer> Answers => PlanForm.Questions(content.Current, text.Language);
    public IReadOnlyList<(string Id, string Name)> Topics => [.. content.Current.Topics.Select(topic => (topic.Id, topic.Name.In(text.Language)))];

    /// <summary>Pictures that the content has.</summary>
    public IReadOnlyList<string> Images =>
        [.. content.Current.Languages.Values.SelectMany(local => local.Campaigns.Values.Select(c => c.Image).Concat(local.Answers.Values.Select(a => a.Image))).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>What the form's plan is made over.</summary>
    private CampaignPlan Base { get; set; } = Blank;

    private string? ContentId { get; set; }

    private static CampaignPlan Blank => new() { Messages = [new CampaignMessage { Texts = new Dictionary<string, MessageText>() }] };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        var version = Form.Version;
        Form = PlanForm.Of(Form.Name ?? "", Base, Message, content.Current, text.Language, day);
        Form.Version = version;
        Look = reader.Look(Base, Message);
        if (IsNew && From is null)
        {
            Look = Look with { Faults = [] }; // an empty page needs no scolding
        }

        return Page();
    }

    /// <param name="step">What the button says: <c>save</c>, <c>check</c>, or the number of the series' message to write next.</param>
    public async Task<IActionResult> OnPostAsync(string? step, CancellationToken cancellationToken)
    {
        var (name, version) = (Form.Name, Form.Version);
        if (await OpenAsync(cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        (Form.Name, Form.Version) = (name, version ?? Form.Version);
        var plan = Read(out var unread);
        if (step == "check")
        {
            IsChecked = true;
            Estimate = await counts.CountAsync(plan, cancellationToken);
            return Page();
        }

        if (unread.Count > 0 || reader.FormFault(plan) is not null)
        {
            Problem = "editor.not-saved";
            return Page();
        }

        var by = CampaignActor.Member(Me.Id);
        return await SavedAsync(
            Guid.TryParseExact(Id, "D", out var id)
                ? await desk.EditAsync(id, Form.Version ?? 0, Form.Name ?? "", plan, by, cancellationToken)
                : await desk.CreateAsync(Form.Name ?? "", plan, ContentId, by, cancellationToken),
            step, cancellationToken);
    }

    /// <summary>The same as the page shows after a check, while it is typed.</summary>
    public async Task<IActionResult> OnPostLookAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        Read(out _);
        return Partial("_Look", this);
    }

    public async Task<IActionResult> OnPostEstimateAsync(CancellationToken cancellationToken) =>
        await OpenAsync(cancellationToken) ?? Partial("_Estimate", await counts.CountAsync(Read(out _), cancellationToken));

    private CampaignPlan Read(out Dictionary<string, string> unread)
    {
        var plan = Form.Read(Base, Message, content.Current, day, out unread);
        Look = reader.Look(plan, Message, unread.ToDictionary(fault => fault.Key, fault => text[fault.Value]));
        return plan;
    }

    private async Task<IActionResult> SavedAsync(DeskOutcome outcome, string? step, CancellationToken cancellationToken)
    {
        switch (outcome)
        {
            case DeskOutcome.Done { CampaignId: var id }:
                Say("editor.saved");
                return Redirect(IsSeries && FormText.Number(step) is { } next ? $"/chien-dich/{id:D}/sua?tin={FormText.Of(next)}" : $"/chien-dich/{id:D}");
            case DeskOutcome.Faulty(var faults):
                Problem = "editor.not-saved";
                Look = Look with { Faults = [.. faults.Select(reader.Say).Concat(Look.Faults).DistinctBy(fault => (fault.Field, fault.Said))] };
                return Page();
            case DeskOutcome.Changed when Guid.TryParseExact(Id, "D", out var id) && await shelf.ShowAsync(id, cancellationToken) is { } now:
                ChangedBy = await history.LastAsync(id, cancellationToken) is { } last
                    ? text["editor.changed-by", ("name", last.Who), ("did", text["action." + last.Action]), ("when", words.ShortWhen(now.Campaign.ChangedAt))]
                    : text["editor.changed"];
                // Pressing again is a decision now.
                Form.Version = now.Campaign.Version;
                return Page();
            case DeskOutcome.NotNow:
                Problem = "editor.too-late";
                return Page();
            case DeskOutcome.MayNot:
                return StatusCode(StatusCodes.Status403Forbidden);
            default:
                return NoSuchThing();
        }
    }

    /// <summary>Finds what is to be changed, or what a new one begins from.</summary>
    /// <returns>Where to go instead; null = stay.</returns>
    private async Task<IActionResult?> OpenAsync(CancellationToken cancellationToken)
    {
        if (!IsNew)
        {
            if (!Guid.TryParseExact(Id, "D", out var id) || await shelf.ShowAsync(id, cancellationToken) is not { } found || found.Campaign.Id != id)
            {
                return NoSuchThing();
            }

            if (CampaignRules.After(found.Campaign.State, CampaignAct.Edit) is null && HttpMethods.IsGet(Request.Method))
            {
                return Redirect($"/chien-dich/{id:D}");
            }

            (Base, State, Form.Name, Form.Version) = (found.Plan, found.Campaign.State, found.Campaign.Title, found.Campaign.Version);
            Returned = State == CampaignState.Draft ? found.Returned : null;
            return null;
        }

        if (From == WholeYear)
        {
            if (ContentPlan.Year(content.Current) is not { } year)
            {
                return NoSuchThing();
            }

            (Base, Form.Name) = (new CampaignPlan { Messages = year }, text["editor.year-name"]);
        }
        else if (From is not null)
        {
            if (ContentPlan.Find(content.Current, From) is not var (title, message))
            {
                return NoSuchThing();
            }

            (Base, Form.Name, ContentId) = (new CampaignPlan { Messages = [message] }, title, From);
        }

        return null;
    }
}
