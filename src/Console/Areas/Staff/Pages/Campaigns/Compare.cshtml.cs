using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Outreach.Staff.Campaigns;
using Outreach.Staff.Frame;
using Outreach.Storage;
using Outreach.Storage.Campaigns;

namespace Outreach.Staff.Areas.Staff.Pages.Campaigns;

/// <summary>Broadcasts that are over on one chart, with the same figures as a table and as a file.</summary>
internal sealed class CompareModel(BroadcastComparison comparison, CampaignWords words, ConsoleText text, StorageStartup storage) : StaffPage
{
    public const string Route = "/chien-dich/so-sanh";

    /// <summary>Ids of broadcasts, in any order.</summary>
    [BindProperty(SupportsGet = true, Name = "dot")]
    public List<string?> Chosen { get; set; } = [];

    public bool KeepsNothing => storage.KeepsNothing;

    /// <summary>What can be chosen, the latest first.</summary>
    public IReadOnlyList<(string Title, Broadcast Broadcast)> Choices { get; private set; } = [];

    /// <summary>The chosen ones, the oldest first; empty where none were chosen, or not as many as can be compared.</summary>
    public IReadOnlyList<ComparedBroadcast> Compared { get; private set; } = [];

    /// <summary>A phrase that says why nothing is compared.</summary>
    public string? Problem { get; private set; }

    public string CsvAddress => $"{Route}?handler=Csv{string.Concat(Compared.Select(each => $"&dot={each.Id:D}"))}";

    public bool IsChosen(Broadcast broadcast) => Chosen.Contains(broadcast.Id.ToString("D"), StringComparer.OrdinalIgnoreCase);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NoSuchThing();

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || Compared.Count == 0)
        {
            return NoSuchThing();
        }

        IReadOnlyList<string> head = [text["compare.which"], text["compare.when"], text["compare.meant"], .. ComparedBroadcast.Compared.Select(name => text["compare." + name])];
        return File(
            CsvText.Of([head, .. Compared.Select(each => (IReadOnlyList<string>)[each.Title, words.ShortWhen(each.At), words.People(each.Meant), .. each.Figures.Select(Say)])]),
            "text/csv; charset=utf-8", $"so-sanh-{string.Join('-', Compared.Select(each => words.DayOf(each.At).ToString("yyyyMMdd", CultureInfo.InvariantCulture)))}.csv");
    }

    /// <summary>A figure in plain words, also where there is none.</summary>
    public string Say(ComparedBroadcast.Figure figure) => figure switch
    {
        ComparedBroadcast.Figure.Known known => known.PerHundred.ToString("0.0", CultureInfo.GetCultureInfo(text.Language == Phrases.English ? "en" : "vi")),
        ComparedBroadcast.Figure.Few => text["campaigns.few", ("least", Outreach.Staff.Figures.SmallCells.Least)],
        ComparedBroadcast.Figure.NotAsked => text["compare.not-asked"],
        _ => text["compare.nothing"],
    };

    /// <returns>False where something was chosen that is not there.</returns>
    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (KeepsNothing)
        {
            return true;
        }

        Choices = await comparison.ListAsync(cancellationToken);
        var wanted = Chosen.Where(id => !string.IsNullOrEmpty(id)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var found = Choices.Where(each => IsChosen(each.Broadcast)).ToList();
        if (found.Count != wanted.Count)
        {
            return false;
        }

        if (found.Count is > 0 and < BroadcastComparison.Least or > BroadcastComparison.Most)
        {
            Problem = "compare.how-many";
            return true;
        }

        var compared = new List<ComparedBroadcast>();
        foreach (var (title, broadcast) in found.OrderBy(each => each.Broadcast.StartedAt))
        {
            compared.Add(await comparison.ReadAsync(title, broadcast, cancellationToken));
        }

        Compared = compared;
        return true;
    }
}
