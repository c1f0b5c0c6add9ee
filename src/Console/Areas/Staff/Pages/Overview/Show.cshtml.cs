using System.Globalization;
using Outreach.Content;
using Outreach.Content.Store;
using Outreach.Staff.Figures;
using Outreach.Staff.Frame;
using Outreach.Storage;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Areas.Staff.Pages.Overview;

/// <summary>How the service stands: its content with every fault, its channels, its storage.</summary>
internal sealed class ShowModel(ContentStore content, StorageStartup storage, StaffFacts facts, TellsChannelState channelState, LocalDay day, CaseFigures figures, ConsoleText text) : StaffPage
{
    /// <summary>More faults than anyone mends in one go; the verb lists them all.</summary>
    public const int MaxIssues = 200;

    public ContentStatus Status { get; } = content.Status;

    public IReadOnlyList<(string Name, ChannelState State)> Channels { get; } = [.. facts.Channels.Select(channel => (channel, channelState(channel)))];

    public string Storage { get; } = storage.Provider.ToString();

    public int Errors => Status.Issues.Count(issue => issue.Level == IssueLevel.Error);

    public int Warnings => Status.Issues.Count - Errors;

    public string ReadAt => TimeZoneInfo.ConvertTime(Status.At, day.Zone).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Language and how many answers it has, of them how many are served today.</summary>
    public IReadOnlyList<(string Language, int All, int Served)> Answers { get; } =
    [
        .. content.Current.Languages.Values.Select(local => (
            local.Language,
            local.Answers.Count,
            local.Answers.Values.Count(answer => content.Current.MayServe(answer, content.Today)))),
    ];

    /// <summary>The figures of cases, for who has to do with them; null for others.</summary>
    public CaseFigures.Shown? Figures { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (Me.Role is StaffRole.Counsellor or StaffRole.Manager or StaffRole.Admin)
        {
            Figures = await figures.ReadAsync(text, cancellationToken);
        }
    }
}
