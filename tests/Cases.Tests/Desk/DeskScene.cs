using Outreach.Cases.Delivery;
using Outreach.Cases.Desk;
using Outreach.Cases.Receipts;
using Outreach.Cases.Requests;
using Outreach.Storage.Staff;
using Outreach.Testing;
using Outreach.Testing.Postgres;

namespace Outreach.Cases.Tests.Desk;

/// <summary>Two counsellors, a manager and their desk; what leaves it is kept.</summary>
/// <param name="cluster">Null: in memory.</param>
public abstract class DeskScene(TestCluster? cluster) : IAsyncLifetime
{
    private readonly ScratchFolder _folder = new();
    private protected StaffMember Lan { get; } = Counsellor("lan", "tien-luong");
    private protected StaffMember Mai { get; } = Counsellor("mai", "tien-luong", "bhxh");
    private protected StaffMember Manager { get; } = Member("chi", StaffRole.Manager);

    private protected CasesHost Host { get; private set; } = null!;

    private protected HandMovedClock Clock { get; } = new();

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected CaseDesk Desk => Host.Get<CaseDesk>();

    private protected CaseReplies Replies => Host.Get<CaseReplies>();

    private protected HelpRequests Requests => Host.Get<HelpRequests>();

    private protected List<(CaseAddress Address, string Text, string Language)> Sent { get; } = [];

    public async ValueTask InitializeAsync() =>
        Host = cluster is null ? await CasesHost.InMemoryAsync(Clock) : await CasesHost.PostgresAsync(cluster, _folder.Path, Clock);

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected async Task<Guid> SubmitAsync(HelpRequest request) => (await SubmitWithCodeAsync(request)).Id;

    private protected async Task<(Guid Id, ReceiptCode Code)> SubmitWithCodeAsync(HelpRequest request)
    {
        var code = ReceiptCode.New();
        Assert.IsType<SubmitOutcome.Received>(await Requests.SubmitAsync(request, code, Cancellation));
        return (request.Id, code);
    }

    private protected async Task<DeskCase> OpenAsync(StaffMember acting, Guid id) =>
        Assert.IsType<OpenCaseOutcome.Opened>(await Desk.OpenAsync(acting, id, Cancellation)).Case;

    private protected async Task<CaseView> ReadAsync(ReceiptCode code) =>
        Assert.IsType<OpenOutcome.Opened>(await Requests.OpenAsync(code, "me", Cancellation)).Access.View;

    private protected async Task AddAsync(ReceiptCode code, string text)
    {
        var access = Assert.IsType<OpenOutcome.Opened>(await Requests.OpenAsync(code, "me", Cancellation)).Access;
        Assert.IsType<AddOutcome.Added>(await Requests.AddWordsAsync(access, text, Cancellation));
    }

    private protected Task<CasePage> ListAsync(StaffMember acting, CaseFolder folder) => Host.Get<CaseInbox>().ListAsync(acting, folder, null, null, 50, Cancellation);

    private protected Task<IReadOnlyDictionary<CaseFolder, int>> CountsAsync(StaffMember acting) => Host.Get<CaseInbox>().CountAsync(acting, Cancellation);

    private protected async Task PassAsync(TimeSpan span, bool deliver = true)
    {
        Clock.Advance(span);
        await Host.Get<ReplyRelease>().ReleaseDueAsync(Cancellation);
        if (deliver)
        {
            await DeliverAsync();
        }
    }

    private protected Task DeliverAsync() => Host.Get<ReplyDelivery>().SendQueuedAsync(SendAsync, Cancellation);

    private protected Task<DeliveryResult> SendAsync(CaseAddress address, string text, string language, CancellationToken cancellationToken)
    {
        Sent.Add((address, text, language));
        return Task.FromResult(DeliveryResult.Sent);
    }

    private protected void DieAt(CaseStep at) => Host.Get<CaseSteps>().Passing = step =>
    {
        if (step == at)
        {
            throw new InvalidOperationException("Died.");
        }
    };

    private protected static StaffMember Counsellor(string name, params string[] topics)
    {
        var member = Member(name, StaffRole.Counsellor);
        member.Topics = [.. topics];
        return member;
    }

    private protected static StaffMember Member(string name, StaffRole role) =>
        new() { Name = name, NormalizedName = name, DisplayName = name, Role = role, CreatedOn = new DateOnly(2026, 8, 1) };
}
