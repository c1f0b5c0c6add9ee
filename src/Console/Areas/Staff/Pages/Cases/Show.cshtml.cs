using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Outreach.Cases.Desk;
using Outreach.Content;
using Outreach.Content.Store;
using Outreach.Staff.Cases;
using Outreach.Staff.Frame;
using Outreach.Storage.Cases;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Areas.Staff.Pages.Cases;

/// <summary>The inbox: folders, the cases of one, and one of them open. Every change is a plain form that leads back here.</summary>
internal sealed partial class ShowModel(ContentStore content, CaseBooks books, Lookers lookers, StaffNames names) : StaffPage
{
    [BindProperty(SupportsGet = true, Name = "folder")]
    public string? FolderSlug { get; set; }

    [BindProperty(SupportsGet = true, Name = "id")]
    public string? CaseId { get; set; }

    [BindProperty(SupportsGet = true, Name = "chu-de")]
    public string? TopicFilter { get; set; }

    [BindProperty(SupportsGet = true, Name = "ten")]
    public string? AliasFilter { get; set; }

    [BindProperty(SupportsGet = true, Name = "sau")]
    public string? After { get; set; }

    /// <summary>What was just done, as the form before said; shown only when there is such a phrase.</summary>
    [BindProperty(SupportsGet = true, Name = "xong")]
    public string? Done { get; set; }

    public static IReadOnlyList<string> DoneWords { get; } =
        ["claimed", "released", "assigned", "noted", "held", "taken-back", "referral", "reported", "closed", "reopened", "quarantined", "restored", "practice"];

    /// <summary>By the address alone: no form can turn the one into the other.</summary>
    public bool IsPractice => Request.Path.StartsWithSegments("/" + CaseBooks.Practice, StringComparison.Ordinal);

    public string BookName => IsPractice ? CaseBooks.Practice : CaseBooks.Real;
    public CaseFolder Folder { get; private set; }
    public IReadOnlyDictionary<CaseFolder, int> Counts { get; private set; } = new Dictionary<CaseFolder, int>();
    public CasePage List { get; private set; } = new([], null);
    public DeskCase? Sheet { get; private set; }

    /// <summary>Of the staff, by id.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Who the open case can be given to, for managers; the one who has it is not among them.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Colleagues { get; private set; } = [];

    public IReadOnlyList<string> AlsoLooking { get; private set; } = [];
    public IReadOnlyList<DutyRule> Hints { get; private set; } = [];
    public ContentSnapshot Snapshot => field ??= content.Current;
    public DateOnly Today => content.Today;

    /// <summary>Its key is gone, as of a backup older than its keys.</summary>
    public bool IsUnreadable { get; private set; }

    /// <summary>A phrase's key that says why the last form was not done.</summary>
    public string? Problem { get; private set; }

    private string? CaseStamp { get; set; }

    private ICaseBook Book => books.Of(BookName);

    /// <summary>Topics that the member may see, with their names.</summary>
    public IEnumerable<(string Id, string Name)> Topics(string language, string other) =>
        Snapshot.Topics.Select(t => (t.Id, Name: t.Name.In(language))).Append((Id: "other", Name: other)).Where(t => IsPractice || Me.MaySeeTopic(t.Id));

    public string FolderPath(CaseFolder folder) => $"/{BookName}/{folder.Slug()}";

    public string? NameOf(Guid? staffId) => staffId is { } id ? Names.GetValueOrDefault(id) : null;

    public string CasePath(Guid id) => FolderPath(Folder) + $"/{id:D}" + Filter();

    public string Filter(string? after = null)
    {
        var query = new List<string>();
        Add("chu-de", TopicFilter);
        Add("ten", AliasFilter);
        Add("sau", after);
        return query.Count == 0 ? "" : "?" + string.Join('&', query);

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
    }

    /// <summary>What the live part of the page shows, in a few letters: while it stays the same there is nothing to send.</summary>
    public string Stamp()
    {
        var shown = new StringBuilder();
        shown.AppendJoin(',', CaseFolders.All.Select(f => Counts.GetValueOrDefault(f))).Append('|');
        shown.AppendJoin(',', List.Lines).Append('|').Append(CaseStamp).Append('|').AppendJoin(',', AlsoLooking).Append(Today);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shown.ToString())).AsSpan(0, 8));
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(FolderSlug))
        {
            var counts = await Book.CountAsync(Me, cancellationToken);
            return Redirect(FolderPath(CaseFolders.All.FirstOrDefault(f => counts.GetValueOrDefault(f) > 0, CaseFolder.Unassigned)));
        }

        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    /// <param name="v">The <see cref="Stamp"/> of what the page shows now.</param>
    public async Task<IActionResult> OnGetLiveAsync(string? v, CancellationToken cancellationToken)
    {
        if (!await LoadAroundAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Stamp() == v)
        {
            return new NoContentResult();
        }

        return await OpenAsync(cancellationToken) ? Partial("_Live", this) : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken) =>
        await LoadAroundAsync(cancellationToken) && await OpenAsync(cancellationToken);

    /// <summary>All but what was written in the open case: so much is looked at every few seconds, and is no reading of it.</summary>
    private async Task<bool> LoadAroundAsync(CancellationToken cancellationToken)
    {
        if (CaseFolders.Find(FolderSlug) is not { } folder || (CaseId is not null && FindId() is null))
        {
            return false;
        }

        Folder = folder;
        if (FindId() is { } id)
        {
            CaseStamp = await Book.StampAsync(Me, id, cancellationToken);
            if (CaseStamp is null)
            {
                return false;
            }

            AlsoLooking = IsPractice ? [] : lookers.Look(id, Me.Id, Me.DisplayName);
        }

        Names = await names.ReadAsync(cancellationToken);
        Counts = await Book.CountAsync(Me, cancellationToken);
        List = await Book.ListAsync(Me, folder, new CaseFilter(Blank(AliasFilter), Blank(TopicFilter)), CaseCursor.Parse(After), cancellationToken);
        return true;
    }

    private async Task<bool> OpenAsync(CancellationToken cancellationToken)
    {
        if (FindId() is not { } id)
        {
            return true;
        }

        switch (await Book.OpenAsync(Me, id, cancellationToken))
        {
            case OpenCaseOutcome.Opened(var found):
                Sheet = found;
                Colleagues = await ColleaguesAsync(found.Line, cancellationToken);
                Hints = DutyHints.Of(Snapshot, found.Texts.Where(t => t.Author == TextAuthor.Worker).Select(t => t.Text));
                return true;
            case OpenCaseOutcome.Unreadable:
                IsUnreadable = true;
                return true;
            default:
                return false;
        }
    }

    private async Task<IReadOnlyList<(Guid Id, string Name)>> ColleaguesAsync(CaseLine found, CancellationToken cancellationToken) =>
        Me.Role == StaffRole.Manager && !IsPractice && found.State != CaseState.Closed
            ? [.. (await names.ReadForTopicAsync(found.Topic, cancellationToken)).Where(c => c.Id != found.AssignedTo)]
            : [];

    private Guid? FindId() => Guid.TryParseExact(CaseId, "D", out var id) ? id : null;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
