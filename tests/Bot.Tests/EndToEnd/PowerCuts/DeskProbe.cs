using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Cases;
using Outreach.Cases.Desk;
using Outreach.Storage;
using Outreach.Storage.Cases;
using Outreach.Storage.Keys;
using Outreach.Storage.Staff;

namespace Outreach.Bot.Tests.EndToEnd.PowerCuts;

/// <summary>A console node in a process of its own, to be killed in the middle of what staff do.</summary>
public sealed class DeskProbe
{
    private const string FolderVariable = "OUTREACH_DESK_FOLDER";
    private const string DoingVariable = "OUTREACH_DESK_DOING";
    private const string CaseVariable = "OUTREACH_DESK_CASE";

    public const string Answer = "Chúng tôi đã đọc và sẽ giúp bạn.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal static StaffMember Manager { get; } = new()
    {
        Name = "hoa",
        NormalizedName = "HOA",
        DisplayName = "Hoa",
        Role = StaffRole.Manager,
        CreatedOn = new DateOnly(2026, 8, 1),
    };

    /// <summary>Not a test: what the other process does.</summary>
    [Fact(Explicit = true)]
    public async Task Does_what_staff_do_and_waits_to_be_killed()
    {
        var folder = Environment.GetEnvironmentVariable(FolderVariable)!;
        var caseId = Guid.Parse(Environment.GetEnvironmentVariable(CaseVariable)!);
        await using var services = await OpenAsync(folder, Cancellation);
        switch (Environment.GetEnvironmentVariable(DoingVariable))
        {
            case "reply":
                await services.GetRequiredService<CaseReplies>().SendAsync(Manager, caseId, Answer, null, Cancellation);
                break;
            case "close":
                await services.GetRequiredService<CaseDesk>().CloseAsync(Manager, caseId, CaseOutcome.Answered, Cancellation);
                break;
        }

        await File.WriteAllTextAsync(DoneFile(folder), "", Cancellation);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, Cancellation);
    }

    /// <summary>Storage and cases of a folder that the program serves, as a verb beside it has them.</summary>
    internal static async Task<ServiceProvider> OpenAsync(string folder, CancellationToken cancellationToken)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Provider"] = "Local",
            ["Storage:Directory"] = Path.Combine(folder, "data"),
            ["Storage:KeyDirectory"] = Path.Combine(folder, "data", "keys"),
        }).Build();
        var services = new ServiceCollection().AddLogging().AddStorage(configuration).AddCases(NodeRoles.All).BuildServiceProvider();
        await services.GetRequiredService<StorageStartup>().PrepareAsync(StorageUse.Verb, cancellationToken);
        return services;
    }

    internal static Process Start(string folder, string doing, Guid caseId)
    {
        File.Delete(DoneFile(folder));
        var info = new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "Bot.Tests"),
            ["-explicit", "only", "-method", $"{typeof(DeskProbe).FullName}.{nameof(Does_what_staff_do_and_waits_to_be_killed)}"])
        {
            WorkingDirectory = "/",
            RedirectStandardOutput = true,
        };
        info.Environment[FolderVariable] = folder;
        info.Environment[DoingVariable] = doing;
        info.Environment[CaseVariable] = caseId.ToString();
        return Process.Start(info)!;
    }

    internal static async Task DoneAsync(string folder, CancellationToken cancellationToken)
    {
        while (!File.Exists(DoneFile(folder)))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancellationToken);
        }
    }

    private static string DoneFile(string folder) => Path.Combine(folder, "desk-done");
}
