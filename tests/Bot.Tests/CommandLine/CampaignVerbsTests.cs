using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Bot.CommandLine;
using Outreach.Storage;
using Outreach.Storage.Staff;
using Outreach.Testing.Content;
using Outreach.Testing.Postgres;

namespace Outreach.Bot.Tests.CommandLine;

/// <summary><c>campaign …</c> over a database and a content folder of the test's own.</summary>
public sealed class CampaignVerbsTests(TestCluster cluster) : IClassFixture<TestCluster>, IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("outreach-campaign-").FullName;
    private string[] _settings = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var content = Path.Combine(_folder, "content");
        new SampleContent()
            .With("vi/campaigns/thang-11.md", Text("Ngày Pháp luật", "Chào bạn! Hôm nay là Ngày Pháp luật."))
            .With("en/campaigns/thang-11.md", Text("Law Day", "Hello! Today is Law Day."))
            .WriteTo(content);
        var settings = (await cluster.CreateDatabaseAsync(Cancellation)).Settings(Path.Combine(_folder, "data"));
        settings["Content:Path"] = content;
        settings["Urls"] = "http://localhost:0";
        _settings = [.. settings.Where(setting => setting.Key != "Urls").Select(setting => $"--{setting.Key}={setting.Value}")];
        await AddStaffAsync(settings, "lan", StaffRole.Campaigner);
        await AddStaffAsync(settings, "hoa", StaffRole.Manager);
        await AddStaffAsync(settings, "tu", StaffRole.Counsellor);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_campaign_goes_from_draft_to_its_broadcast_by_two_people()
    {
        var created = await RunAsync("create", "thang-11", "--audience", "language=vi;role=worker", "--json");
        var id = created.Json.GetProperty("id").GetString()!;
        var early = await RunAsync("approve", id, "--by", "hoa");
        var submitted = await RunAsync("submit", id, "--by", "lan", "--json");
        var alone = await RunAsync("approve", id, "--by", "LAN");
        var stranger = await RunAsync("approve", id, "--by", "tu");
        var approved = await RunAsync("approve", id, "--by", "hoa", "--json");
        var started = await RunAsync("start", id, "--json");
        var again = await RunAsync("start", id);
        var cancelled = await RunAsync("cancel", id, "--json");

        Assert.Equal($"{{\"id\":\"{id}\"}}\n", created.Out);
        Assert.Equal((ExitCodes.Fault, "outreach: refused: a campaign that is draft cannot be asked to approve. Possible: edit, submit, cancel, clone.\n"), (early.Exit, Ours(early)));
        Assert.Equal("submitted", State(submitted));
        Assert.Equal((ExitCodes.Fault, "outreach: refused: a campaign is approved by a second person, who neither wrote nor submitted it.\n"), (alone.Exit, Ours(alone)));
        Assert.Equal((ExitCodes.Fault, "outreach: refused: campaigns are for open accounts of the roles campaigner, manager, admin.\n"), (stranger.Exit, Ours(stranger)));
        Assert.Equal(("approved", "scheduled", "cancelled"), (State(approved), State(started), State(cancelled)));
        Assert.Equal(ExitCodes.Fault, again.Exit);
    }

    [Fact]
    public async Task Show_prints_exactly_what_scripts_rely_on()
    {
        var id = (await RunAsync("create", "thang-11", "--at", "2099-11-09T09:00", "--json")).Json.GetProperty("id").GetString();

        var shown = await RunAsync("show", id!, "--json");

        Assert.Equal(
            $"{{\"id\":\"{id}\",\"state\":\"draft\",\"planned_at\":\"2099-11-09T02:00:00Z\",\"counts\":{{\"pending\":0,\"reserved\":0,\"sending\":0,\"sent\":0,\"failed\":0,\"skipped\":0,\"stopped\":0,\"in_doubt\":0}},\"in_doubt\":[]}}\n",
            shown.Out);
        Assert.Contains("planned    2099-11-09 09:00", (await RunAsync("show", id!)).Out, StringComparison.Ordinal);
        Assert.Equal(id, (await RunAsync("list", "--json")).Json[0].GetProperty("id").GetString());
        Assert.Contains($"{id}  draft", (await RunAsync("list")).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--audience: 'boss' is no role. Write one of worker, landlord, employer.", "create", "thang-11", "--audience", "role=boss")]
    [InlineData("--at is in the past: '2020-01-01T09:00' was 2020-01-01T02:00:00Z. Name a time to come, or none to send at the start.", "create", "thang-11", "--at", "2020-01-01T09:00")]
    [InlineData("--at must be a time written as 2026-11-09T09:00 (here: Asia/Ho_Chi_Minh) or 2026-11-09T02:00:00Z; it is 'soon'.", "create", "thang-11", "--at", "soon")]
    [InlineData("There is no campaign 'thang-12' in the content. Did you mean 'thang-11'?", "create", "thang-12")]
    [InlineData("ID is the campaign's own, as 'campaign create' printed it and 'campaign list' lists it.", "show", "thang-11")]
    [InlineData("There is no such campaign. 'outreach campaign list' names all.", "start", "7f8d4f6e-6f8e-4a43-9d7a-2f9a3d8c1b20")]
    [InlineData("Name who does it: --by STAFF.", "reject", "7f8d4f6e-6f8e-4a43-9d7a-2f9a3d8c1b20", "--reason", "x")]
    [InlineData("Say why, for its author: --reason TEXT, 1 to 1000 characters.", "reject", "7f8d4f6e-6f8e-4a43-9d7a-2f9a3d8c1b20", "--by", "hoa")]
    [InlineData("Name who does it: --by STAFF.", "approve", "7f8d4f6e-6f8e-4a43-9d7a-2f9a3d8c1b20")]
    [InlineData("--by: there is no staff account of this name. Make one with 'outreach staff add NAME --role campaigner --password-stdin'.", "submit", "7f8d4f6e-6f8e-4a43-9d7a-2f9a3d8c1b20", "--by", "ai")]
    [InlineData("--months must be 1 to 60; it is '0'.", "calendar", "--months", "0")]
    [InlineData("--to must be --from or later, and at most 5 years later; it is 2026-11-01.", "rehearse", "--from", "2026-12-01", "--to", "2026-11-01")]
    public async Task Wrong_use_says_what_and_how_to_mend_it(string message, params string[] arguments)
    {
        var shell = await RunAsync(arguments);

        Assert.Equal((ExitCodes.WrongUse, $"outreach: {message}\n", ""), (shell.Exit, Ours(shell), shell.Out));
    }

    [Fact]
    public async Task What_is_sent_back_shows_its_reason_until_it_is_submitted_again()
    {
        var id = (await RunAsync("create", "thang-11", "--json")).Json.GetProperty("id").GetString()!;
        await RunAsync("submit", id, "--by", "lan");

        var rejected = await RunAsync("reject", id, "--by", "hoa", "--reason", "Câu đầu chưa rõ.");
        var shown = await RunAsync("show", id);
        await RunAsync("submit", id, "--by", "lan");
        var again = await RunAsync("show", id);

        Assert.Equal(ExitCodes.Done, rejected.Exit);
        Assert.Contains("state      draft", rejected.Out, StringComparison.Ordinal);
        Assert.Contains("sent back  Câu đầu chưa rõ.", shown.Out, StringComparison.Ordinal);
        Assert.Contains("tested     never", shown.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("sent back", again.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approval_at_the_command_line_can_be_forbidden()
    {
        var id = (await RunAsync("create", "thang-11", "--json")).Json.GetProperty("id").GetString()!;
        await RunAsync("submit", id, "--by", "lan");

        var shell = await RunAsync("approve", id, "--by", "hoa", "--Campaigns:ApprovalFromCommandLine=false");

        Assert.Equal((ExitCodes.Fault, "outreach: refused: Campaigns:ApprovalFromCommandLine is false. Approve it in the staff console.\n"), (shell.Exit, Ours(shell)));
    }

    [Fact]
    public async Task The_calendar_and_a_rehearsal_tell_the_date_of_a_campaign()
    {
        var year = TimeProvider.System.GetUtcNow().Year + 1;
        var id = (await RunAsync("create", "thang-11", "--at", $"{year}-11-09T09:00", "--json")).Json.GetProperty("id").GetString()!;
        await RunAsync("submit", id, "--by", "lan");
        await RunAsync("approve", id, "--by", "hoa");

        var rehearsal = await RunAsync("rehearse", "--from", $"{year}-11-01", "--to", $"{year}-11-30", "--json");
        var words = await RunAsync("rehearse", "--from", $"{year}-11-01", "--to", $"{year}-11-30");
        var calendar = await RunAsync("calendar", "--months", "12", "--json");

        var broadcast = Assert.Single(rehearsal.Json.GetProperty("broadcasts").EnumerateArray());
        Assert.Equal((id, $"{year}-11-09T02:00:00Z", 0), (broadcast.GetProperty("campaign_id").GetString(), broadcast.GetProperty("planned_at").GetString(), broadcast.GetProperty("recipients").GetInt32()));
        Assert.Contains("0 messages: an audience of nobody", words.Out, StringComparison.Ordinal);
        Assert.Contains(calendar.Json.EnumerateArray(), date => date.GetProperty("kind").GetString() == "legal");
    }

    [Fact]
    public async Task In_memory_there_are_no_campaigns()
    {
        var shell = await Shell.RunAsync("campaign", "list", "--Storage:Provider=InMemory", $"--Content:Path={Path.Combine(_folder, "content")}");

        Assert.Equal(ExitCodes.WrongUse, shell.Exit);
        Assert.Contains("Campaigns need a database that the service shares: Storage:Provider is InMemory.", shell.Error, StringComparison.Ordinal);
    }

    /// <summary>Without the log, which goes to the same stream.</summary>
    private static string Ours(Shell shell) => string.Concat(shell.Error.Split('\n').Where(line => line.StartsWith("outreach:", StringComparison.Ordinal)).Select(line => line + "\n"));

    private static string? State(Shell shell) => shell.Json.GetProperty("state").GetString();

    private static async Task AddStaffAsync(Dictionary<string, string?> settings, string name, StaffRole role)
    {
        await using var services = new ServiceCollection().AddLogging().AddStorage(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
        await services.GetRequiredService<StorageStartup>().PrepareAsync(StorageUse.Verb, Cancellation);
        await using var db = await services.GetRequiredService<IDbContextFactory<OutreachDb>>().CreateDbContextAsync(Cancellation);
        db.Staff.Add(new StaffMember { Name = name, NormalizedName = name.ToUpperInvariant(), DisplayName = name, Role = role, CreatedOn = new DateOnly(2026, 11, 1) });
        await db.SaveChangesAsync(Cancellation);
    }

    private static string Text(string title, string body) =>
        $"""
        ---
        id: thang-11
        month: 11
        title: {title}
        buttons: [bhtn-dieu-kien]
        quiz:
          question: Bao lâu?
          choices: [Một, Hai]
          right: 2
          explanation: Hai.
        reviewed: 2026-11-20
        review_by: 2027-05-20
        ---
        {body}
        """;

    private Task<Shell> RunAsync(params string[] arguments) => Shell.RunAsync(["campaign", .. arguments, .. _settings]);
}
