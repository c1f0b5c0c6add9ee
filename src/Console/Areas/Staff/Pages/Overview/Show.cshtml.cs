using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Content;
using Outreach.Content.Store;
using Outreach.Storage;

namespace Outreach.Staff.Areas.Staff.Pages.Overview;

/// <summary>How the service stands: its content with every fault, its channels, its storage.</summary>
public sealed class ShowModel(ContentStore content, StorageStartup storage, IServiceProvider services) : PageModel
{
    /// <summary>More faults than anyone mends in one go; the verb lists them all.</summary>
    public const int MaxIssues = 200;

    public ContentStatus Status { get; } = content.Status;

    public IReadOnlyList<string> Channels { get; } = services.GetRequiredService<StaffFacts>().Channels;

    public string Storage { get; } = storage.Provider.ToString();

    public bool KeepsNothing { get; } = storage.KeepsNothing;

    public int Errors => Status.Issues.Count(issue => issue.Level == IssueLevel.Error);

    public int Warnings => Status.Issues.Count - Errors;

    /// <summary>Language and how many answers it has, of them how many are served today.</summary>
    public IReadOnlyList<(string Language, int All, int Served)> Answers { get; } =
    [
        .. content.Current.Languages.Values.Select(local => (
            local.Language,
            local.Answers.Count,
            local.Answers.Values.Count(answer => content.Current.MayServe(answer, content.Today)))),
    ];
}
