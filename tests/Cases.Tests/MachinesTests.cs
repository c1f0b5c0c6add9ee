using Outreach.Cases.Delivery;
using Outreach.Cases.Desk;
using Outreach.Cases.Receipts;
using Outreach.Cases.Requests;
using Outreach.Cases.Tests.Requests;
using Outreach.Cases.Vault;
using Outreach.Storage.Cases;
using Outreach.Storage.Keys;
using Outreach.Storage.Staff;
using Outreach.Testing;
using Outreach.Testing.Postgres;

namespace Outreach.Cases.Tests;

/// <summary>The roles on machines of their own, over one database: each with its own keys and no others.</summary>
public sealed class MachinesTests(TestCluster cluster) : IAsyncLifetime
{
    private readonly HandMovedClock _clock = new();
    private readonly ScratchFolder _reaching = new();
    private readonly ScratchFolder _reading = new();
    private readonly StaffMember _lan = new() { Name = "lan", NormalizedName = "LAN", DisplayName = "Lan", Role = StaffRole.Manager, CreatedOn = default };
    private CasesHost _web = null!;
    private CasesHost _console = null!;
    private CasesHost _sender = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var database = await cluster.CreateDatabaseAsync(Cancellation);
        _web = await CasesHost.StartAsync(database.Settings(_reaching.Path), _clock, NodeRoles.Public);
        _sender = await CasesHost.StartAsync(database.Settings(_reaching.Path), _clock, NodeRoles.Sender);
        var early = await _web.Get<HelpRequests>().SubmitAsync(SampleRequest.InChat(), ReceiptCode.New(), Cancellation);
        Assert.Equal(UnavailableReason.NoKey, Assert.IsType<SubmitOutcome.Unavailable>(early).Reason);
        _console = await CasesHost.StartAsync(database.Settings(_reading.Path), _clock, NodeRoles.Console);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in new[] { _web, _console, _sender })
        {
            await host.DisposeAsync();
        }

        _reaching.Dispose();
        _reading.Dispose();
    }

    [Fact]
    public async Task A_case_goes_from_its_first_word_to_its_closing_and_its_way_is_destroyed_where_the_key_is()
    {
        var (request, code) = (SampleRequest.InChat(), ReceiptCode.New());
        Assert.IsType<SubmitOutcome.Received>(await _web.Get<HelpRequests>().SubmitAsync(request, code, Cancellation));
        var opened = Assert.IsType<OpenCaseOutcome.Opened>(await _console.Get<CaseDesk>().OpenAsync(_lan, request.Id, Cancellation));
        await _console.Get<CaseReplies>().SendAsync(_lan, request.Id, "chào bạn", null, Cancellation);
        _clock.Advance(TimeSpan.FromSeconds(10));
        await _console.Get<ReplyRelease>().ReleaseDueAsync(Cancellation);
        var sent = new List<string>();
        await _sender.Get<ReplyDelivery>().SendQueuedAsync(
            (address, text, _, _) =>
            {
                sent.Add($"{address.Value}: {text}");
                return Task.FromResult(DeliveryResult.Sent);
            },
            Cancellation);

        await _console.Get<CaseDesk>().CloseAsync(_lan, request.Id, CaseOutcome.Answered, Cancellation);
        await _sender.Get<LinkSweep>().RunAsync(Cancellation);
        _clock.Advance(LinkSweep.Grace);
        await _sender.Get<LinkSweep>().RunAsync(Cancellation);

        Assert.Equal(request.Text, opened.Case.Texts[0].Text);
        Assert.Equal(["5550100200: chào bạn"], sent);
        Assert.Empty(Directory.GetFiles(Path.Combine(_reaching.Path, "keys", "sender", "links")));
        Assert.IsType<OpenOutcome.Opened>(await _web.Get<HelpRequests>().OpenAsync(code, "me", Cancellation));
    }

    [Fact]
    public void No_machine_has_the_keys_of_another()
    {
        Assert.Throws<InvalidOperationException>(() => _console.Get<LinkFiles>());
        Assert.Throws<InvalidOperationException>(() => _web.Get<CaseKeys>());
        Assert.Throws<InvalidOperationException>(() => _sender.Get<CaseKeys>());
        Assert.Equal(["console"], Directory.GetDirectories(Path.Combine(_reading.Path, "keys")).Select(Path.GetFileName));
        Assert.Equal(["public", "sender"], Directory.GetDirectories(Path.Combine(_reaching.Path, "keys")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task What_the_web_erases_the_console_cannot_open()
    {
        var (request, code) = (SampleRequest.InChat(), ReceiptCode.New());
        await _web.Get<HelpRequests>().SubmitAsync(request, code, Cancellation);

        await _web.Get<HelpRequests>().EraseAsync(Assert.Single(await _web.Get<HelpRequests>().OfChatAsync(SampleRequest.Chat(), Cancellation)), Cancellation);

        Assert.IsType<OpenCaseOutcome.NotFound>(await _console.Get<CaseDesk>().OpenAsync(_lan, request.Id, Cancellation));
        Assert.Empty(await _sender.Get<LinkFiles>().AllAsync(Cancellation));
    }
}
