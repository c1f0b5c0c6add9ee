using Microsoft.EntityFrameworkCore;
using Outreach.Scheduler.Campaigns;
using Outreach.Storage.Staff;
using Outreach.Testing;
using Outreach.Testing.Postgres;

namespace Outreach.Scheduler.Tests.Campaigns;

/// <summary>A console and a public node over one database, without a key in common.</summary>
public sealed class TestSendsTests(TestCluster cluster) : IAsyncLifetime
{
    private readonly HandMovedClock _clock = new(new DateTimeOffset(2026, 11, 21, 2, 0, 0, TimeSpan.Zero));
    private CampaignHost _console = null!;
    private CampaignHost _public = null!;
    private CampaignActor _author = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private TestSends Shown => _public.Get<TestSends>();

    public async ValueTask InitializeAsync()
    {
        var database = await cluster.CreateDatabaseAsync(Token);
        _console = await CampaignHost.OpenAsync(database, _clock, ("Roles", "console"));
        _public = await CampaignHost.OpenAsync(database, _clock, ("Roles", "public"));
        _author = await _console.StaffAsync("an");
    }

    public async ValueTask DisposeAsync()
    {
        await _public.DisposeAsync();
        await _console.DisposeAsync();
    }

    [Fact]
    public async Task A_ticket_of_the_console_shows_the_message_on_another_node_for_a_quarter_of_an_hour()
    {
        var ticket = await TicketAsync(await DraftAsync());

        var shown = await Shown.OpenAsync(ticket, Token);
        _clock.Advance(TestSends.Lifetime - TimeSpan.FromSeconds(1));
        var late = await Shown.OpenAsync(ticket, Token);
        _clock.Advance(TimeSpan.FromSeconds(1));
        var tooLate = await Shown.OpenAsync(ticket, Token);

        Assert.Equal("Ngày Pháp luật", shown!.Message.In("vi").Title);
        Assert.NotNull(late);
        Assert.Null(tooLate);
    }

    [Fact]
    public async Task It_shows_the_text_as_it_is_when_it_is_brought()
    {
        var id = await DraftAsync();
        var ticket = await TicketAsync(id);
        await EditAsync(id, "Đã sửa.");

        var shown = await Shown.OpenAsync(ticket, Token);

        Assert.Equal("Đã sửa.", shown!.Message.In("vi").Markdown);
    }

    [Fact]
    public async Task Of_a_series_it_shows_the_message_that_was_looked_at_with_the_figures_of_its_day()
    {
        var months = Enumerable.Range(1, 12).Select(month => CampaignHost.Message($"Tháng {month}.")).ToList();
        var series = new Scheduler.Planning.Recurrence.Series(new DateOnly(2027, 1, 1), 9) { At = new TimeOnly(9, 0), EvenOnHolidays = true };
        var id = Assert.IsType<DeskOutcome.Done>(await _console.Desk.CreateAsync("x", CampaignHost.Plan(series) with { Messages = months }, null, _author, Token)).CampaignId;

        var shown = await Shown.OpenAsync(await TicketAsync(id, 4), Token);

        Assert.Equal(("Tháng 5.", new DateOnly(2027, 5, 9)), (shown!.Message.In("vi").Markdown, shown.Day));
    }

    [Fact]
    public async Task Nothing_is_shown_of_what_has_begun_or_is_cancelled_nor_for_a_ticket_of_another_service()
    {
        var (draft, started) = (await DraftAsync(), await _console.ApprovedAsync(CampaignHost.Plan()));
        var (one, two) = (await TicketAsync(draft), await TicketAsync(started));
        await _console.Desk.CancelAsync(draft, _author, Token);
        await _console.Desk.StartAsync(started, _author, Token);
        await using var other = await CampaignHost.OpenAsync(await cluster.CreateDatabaseAsync(Token), _clock);

        Assert.Null(await Shown.OpenAsync(one, Token));
        Assert.Null(await Shown.OpenAsync(two, Token));
        Assert.Null(await other.Get<TestSends>().OpenAsync(await TicketAsync(await DraftAsync()), Token));
        Assert.Null(await Shown.OpenAsync("thu_" + new string('A', 44), Token));
    }

    [Fact]
    public async Task The_campaign_remembers_when_its_text_was_tested_and_forgets_it_with_a_change()
    {
        var id = await DraftAsync();
        var shown = (await Shown.OpenAsync(await TicketAsync(id), Token))!;
        var before = await VersionAsync(id);

        await Shown.MarkAsync(shown, Token);
        var tested = (await _console.Shelf.ShowAsync(id, Token))!.Campaign;
        await _console.Desk.SubmitAsync(id, tested.Version, _author, Token);
        var submitted = (await _console.Shelf.ShowAsync(id, Token))!.Campaign;
        await EditAsync(id, "Đã sửa.");
        var changed = (await _console.Shelf.ShowAsync(id, Token))!.Campaign;
        await Shown.MarkAsync(shown, Token);
        var late = (await _console.Shelf.ShowAsync(id, Token))!.Campaign;

        Assert.Equal(_clock.GetUtcNow(), tested.TestedAt);
        Assert.Equal(before, tested.Version);
        Assert.Equal(_clock.GetUtcNow(), submitted.TestedAt);
        Assert.Null(changed.TestedAt);
        Assert.Null(late.TestedAt);
    }

    [Fact]
    public async Task A_test_that_arrives_in_the_middle_of_a_change_is_not_taken_for_one_of_the_new_text()
    {
        var id = await DraftAsync();
        var shown = (await Shown.OpenAsync(await TicketAsync(id), Token))!;

        for (var round = 0; round < 10; round++)
        {
            await Task.WhenAll(Shown.MarkAsync(shown, Token), EditAsync(id, $"Lần {round}."));

            Assert.Null((await _console.Shelf.ShowAsync(id, Token))!.Campaign.TestedAt);
            shown = (await Shown.OpenAsync(await TicketAsync(id), Token))!;
        }
    }

    [Fact]
    public async Task Who_asks_for_it_is_in_the_audit_and_where_it_went_is_nowhere()
    {
        var id = await DraftAsync();

        var ticket = await TicketAsync(id);
        await Shown.MarkAsync((await Shown.OpenAsync(ticket, Token))!, Token);

        await using var db = await _console.OpenDbAsync();
        var line = Assert.Single(await db.AuditEntries.Where(line => line.Action == AuditAction.CampaignTested).ToListAsync(Token));
        Assert.Equal((_author.StaffId, AuditKind.Campaign, id.ToString("D"), null), (line.StaffId, line.What, line.Id, line.Source));
    }

    [Fact]
    public async Task Only_who_may_change_campaigns_gets_a_ticket_and_only_before_the_start()
    {
        var id = await DraftAsync();
        var tests = _console.Get<TestSends>();
        var cancelled = await DraftAsync();
        await _console.Desk.CancelAsync(cancelled, _author, Token);

        Assert.IsType<DeskOutcome.MayNot>(await tests.BeginAsync(id, 0, await _console.StaffAsync("tu", StaffRole.Counsellor), Token));
        Assert.IsType<DeskOutcome.MayNot>(await tests.BeginAsync(id, 0, await _console.StaffAsync("bien", StaffRole.Editor), Token));
        Assert.IsType<DeskOutcome.Ticket>(await tests.BeginAsync(id, 0, await _console.StaffAsync("hoa", StaffRole.Manager), Token));
        Assert.IsType<DeskOutcome.Changed>(await tests.BeginAsync(cancelled, 0, _author, Token));
        Assert.IsType<DeskOutcome.NotFound>(await tests.BeginAsync(Guid.NewGuid(), 0, _author, Token));
    }

    private async Task<Guid> DraftAsync() =>
        Assert.IsType<DeskOutcome.Done>(await _console.Desk.CreateAsync("Ngày Pháp luật", CampaignHost.Plan(), null, _author, Token)).CampaignId;

    private async Task<string> TicketAsync(Guid id, int message = 0) =>
        Assert.IsType<DeskOutcome.Ticket>(await _console.Get<TestSends>().BeginAsync(id, message, _author, Token)).Text;

    private async Task<int> VersionAsync(Guid id) => (await _console.Shelf.ShowAsync(id, Token))!.Campaign.Version;

    private async Task EditAsync(Guid id, string markdown) => Assert.IsType<DeskOutcome.Done>(
        await _console.Desk.EditAsync(id, await VersionAsync(id), "x", CampaignHost.Plan() with { Messages = [CampaignHost.Message(markdown)] }, _author, Token));
}
