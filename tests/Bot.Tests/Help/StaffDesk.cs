using Microsoft.Extensions.DependencyInjection;
using Outreach.Cases.Desk;
using Outreach.Storage.Staff;

namespace Outreach.Bot.Tests.Help;

/// <summary>A manager at the console.</summary>
internal sealed class StaffDesk(IServiceProvider services)
{
    private readonly StaffMember _chi = new()
    {
        Name = "chi",
        NormalizedName = "CHI",
        DisplayName = "Chị Chi",
        Role = StaffRole.Manager,
        CreatedOn = new DateOnly(2026, 8, 1),
    };

    public async Task<IReadOnlyList<CaseLine>> WaitingAsync(CaseFolder folder = CaseFolder.Unassigned) =>
        (await services.GetRequiredService<CaseInbox>().ListAsync(_chi, folder, null, null, 50, TestContext.Current.CancellationToken)).Lines;

    public async Task<DeskCase> OpenAsync(Guid id) =>
        Assert.IsType<OpenCaseOutcome.Opened>(await services.GetRequiredService<CaseDesk>().OpenAsync(_chi, id, TestContext.Current.CancellationToken)).Case;

    public async Task ReplyAsync(Guid id, string text) =>
        Assert.IsType<DeskOutcome.Held>(await services.GetRequiredService<CaseReplies>().SendAsync(_chi, id, text, null, TestContext.Current.CancellationToken));
}
