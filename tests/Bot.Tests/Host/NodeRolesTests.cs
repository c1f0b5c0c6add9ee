using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Cases.Desk;
using Outreach.Cases.Receipts;
using Outreach.Cases.Requests;
using Outreach.Storage.Cases;
using Outreach.Storage.Staff;
using Outreach.Testing.Postgres;
using Outreach.Testing.Telegram;

namespace Outreach.Bot.Tests.Host;

/// <summary>Three nodes over one database, each with the keys of its own part alone.</summary>
public sealed class NodeRolesTests(TestCluster cluster) : IClassFixture<TestCluster>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("outreach-nodes-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>A public node seals addresses, and a sender finds who left: both open both.</summary>
    [Theory]
    [InlineData("console", "console")]
    [InlineData("sender", "public sender")]
    [InlineData("public", "public sender")]
    public async Task A_node_makes_and_opens_the_keys_of_its_role_alone(string role, string folders)
    {
        var settings = (await cluster.CreateDatabaseAsync(Cancellation)).Settings(_folder);

        await using var house = await StartAsync(settings, role);

        Assert.Equal(folders.Split(' '), Directory.GetDirectories(Path.Combine(_folder, "keys")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(role == "console" ? HttpStatusCode.OK : HttpStatusCode.NotFound, await house.AskAsync(HttpMethod.Get, house.Console, "/dang-nhap"));
        Assert.Equal(role == "public" ? HttpStatusCode.OK : HttpStatusCode.NotFound, await house.AskAsync(HttpMethod.Get, house.Public, "/hoi-dap"));
        Assert.Equal(HttpStatusCode.OK, await house.AskAsync(HttpMethod.Get, house.Public, "/health/ready"));
    }

    /// <summary>Each on a copy of the keys that lacks the other roles': a node that reached for them would fail.</summary>
    [Fact]
    public async Task What_a_worker_asks_of_one_node_staff_answer_on_a_second_and_a_third_brings_it()
    {
        await using var telegram = await FakeBotApi.StartAsync();
        var settings = (await cluster.CreateDatabaseAsync(Cancellation)).Settings(_folder);
        await using (await StartAsync(settings, "all"))
        {
            // Makes the keys of every role.
        }

        await using var open = await StartAsync(WithKeys(settings, "public", "sender"), "public");
        await using var console = await StartAsync(WithKeys(settings, "console"), "console");
        await using var sender = await StartAsync(WithKeys(settings, "public", "sender"), "sender", "--Telegram:Token=" + telegram.Token, "--Telegram:ApiBaseUrl=" + telegram.BaseUrl);
        var chat = telegram.Chat(5550100200);

        var caseId = await AskAsync(open, chat.Id);
        await AnswerAndCloseAsync(console, caseId);

        Assert.Contains("Bạn gọi công đoàn cơ sở.", (await chat.WaitForAsync(1, Cancellation))[0].Text, StringComparison.Ordinal);
    }

    private static async Task<Guid> AskAsync(RunningHouse open, long chat)
    {
        var request = new HelpRequest
        {
            Id = Guid.NewGuid(),
            Mode = AnswerMode.Chat,
            Topic = "lao-dong",
            InDanger = false,
            Language = "vi",
            Text = "Công ty nợ lương.",
            Consent = "2026-11-20",
            AnswerTo = new CaseAddress("telegram", chat.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        };
        Assert.IsType<SubmitOutcome.Received>(await open.Services.GetRequiredService<HelpRequests>().SubmitAsync(request, ReceiptCode.New(), Cancellation));
        return request.Id;
    }

    /// <summary>What is closed lets go at once of the answers that could still have been taken back.</summary>
    private static async Task AnswerAndCloseAsync(RunningHouse console, Guid caseId)
    {
        var hoa = new StaffMember { Name = "hoa", NormalizedName = "HOA", DisplayName = "Hoa", Role = StaffRole.Manager, CreatedOn = new DateOnly(2026, 8, 1) };
        Assert.IsType<OpenCaseOutcome.Opened>(await console.Services.GetRequiredService<CaseDesk>().OpenAsync(hoa, caseId, Cancellation));
        Assert.IsType<DeskOutcome.Held>(await console.Services.GetRequiredService<CaseReplies>().SendAsync(hoa, caseId, "Bạn gọi công đoàn cơ sở.", null, Cancellation));
        Assert.IsType<DeskOutcome.Done>(await console.Services.GetRequiredService<CaseDesk>().CloseAsync(hoa, caseId, CaseOutcome.Answered, Cancellation));
    }

    private static Task<RunningHouse> StartAsync(Dictionary<string, string?> settings, string role, params string[] more) =>
        RunningHouse.StartAsync([.. settings.Select(setting => $"--{setting.Key}={setting.Value}"), "--Roles=" + role, .. more]);

    /// <summary>The same storage, and of its keys these folders, as they would be mounted on that machine.</summary>
    private Dictionary<string, string?> WithKeys(Dictionary<string, string?> settings, params string[] folders)
    {
        var keys = Directory.CreateDirectory(Path.Combine(_folder, "keys-of-" + Guid.NewGuid().ToString("N"))).FullName;
        foreach (var folder in folders)
        {
            Directory.CreateSymbolicLink(Path.Combine(keys, folder), Path.Combine(_folder, "keys", folder));
        }

        return new Dictionary<string, string?>(settings) { ["Storage:KeyDirectory"] = keys };
    }
}
