using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Bot.CommandLine;
using Outreach.Bot.Tests.Turns;
using Outreach.Storage;
using Outreach.Storage.Turns;
using Outreach.Testing.Postgres;

namespace Outreach.Bot.Tests.CommandLine;

/// <summary><c>content unanswered</c> and <c>content suggest</c> over a database of the test's own.</summary>
public sealed class InboxVerbsTests(TestCluster cluster) : IClassFixture<TestCluster>, IDisposable
{
    private static readonly DateOnly Monday = new(2026, 11, 16);
    private readonly string _folder = Directory.CreateTempSubdirectory("outreach-inbox-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Unanswered_prints_groups_with_weeks_reasons_and_wordings()
    {
        var settings = await KeptAsync(
            (Monday.AddDays(-20), "gửi trẻ ở đâu"), (Monday, "gửi trẻ ở đâu"), (Monday, "gửi trẻ ở đâu"), (Monday.AddDays(7), "gui tre o dau"), (Monday, "xe đưa đón công nhân"));

        var json = await RunAsync(settings, "content", "unanswered", "--since", "2026-11-16", "--json");
        var plain = await RunAsync(settings, "content", "unanswered", "--since=2026-11-16");

        Assert.Equal((ExitCodes.Done, ExitCodes.Done), (json.Exit, plain.Exit));
        var first = json.Json[0];
        Assert.Equal(2, json.Json.GetArrayLength());
        Assert.Equal(("vi", 3, "gửi trẻ ở đâu"), (first.GetProperty("language").GetString(), first.GetProperty("count").GetInt32(), first.GetProperty("typical").GetString()));
        Assert.Equal((2, 1), (first.GetProperty("weeks").GetProperty("2026-W47").GetInt32(), first.GetProperty("weeks").GetProperty("2026-W48").GetInt32()));
        Assert.Equal(3, first.GetProperty("reasons").GetProperty("low").GetInt32());
        Assert.Equal("gui tre o dau", Assert.Single(first.GetProperty("others").EnumerateArray()).GetString());
        Assert.StartsWith("4 questions without an answer, 2 groups.\n\n   3 × gửi trẻ ở đâu (vi)\n    weeks: 2026-W47 2, 2026-W48 1; reasons: low 3\n    also: gui tre o dau\n", plain.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suggest_names_answer_file_and_line_and_lists_what_wants_a_new_one_and_changes_no_file()
    {
        var settings = await KeptAsync((Monday, "cty ghim bằng đại học của [tên]"), (Monday, "xe đưa đón phương tiện"));
        var library = SmallLibrary.Write();
        var before = Directory.EnumerateFiles(library, "*", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllText);

        var json = await RunAsync(settings, "content", "suggest", "--json", "--content", library);
        var plain = await RunAsync(settings, "content", "suggest", "--content", library);

        Assert.Equal((ExitCodes.Done, ExitCodes.Done), (json.Exit, plain.Exit));
        var near = json.Json.EnumerateArray().Single(group => !group.GetProperty("wants_new_answer").GetBoolean());
        Assert.Equal("  - cty ghim bằng đại học của", near.GetProperty("line").GetString());
        Assert.Equal($"{library}/vi/faq/lao-dong/het-han.md", near.GetProperty("answers")[0].GetProperty("file").GetString());
        Assert.InRange(near.GetProperty("confidence").GetDouble(), 0.001, 1);
        Assert.Contains($"{library}/vi/faq/lao-dong/het-han.md\n  - cty ghim bằng đại học của\n", plain.Out, StringComparison.Ordinal);
        Assert.EndsWith("Wanting a new answer:\n   1 × xe đưa đón phương tiện (vi)\n", plain.Out, StringComparison.Ordinal);
        Assert.Equal(before, Directory.EnumerateFiles(library, "*", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllText));
    }

    [Fact]
    public async Task An_empty_inbox_is_an_empty_list()
    {
        var settings = await KeptAsync();

        var unanswered = await RunAsync(settings, "content", "unanswered", "--since", "2026-11-16", "--json");
        var suggest = await RunAsync(settings, "content", "suggest", "--json");

        Assert.Equal(("[]\n", "[]\n"), (unanswered.Out, suggest.Out));
    }

    [Theory]
    [InlineData("unanswered", "16.11.2026")]
    [InlineData("unanswered", "2026-13-01")]
    [InlineData("suggest", "yesterday")]
    public async Task A_day_that_is_none_is_wrong_use_with_flag_value_and_form(string verb, string day)
    {
        var shell = await Shell.RunAsync("content", verb, "--since", day);

        Assert.Equal(ExitCodes.WrongUse, shell.Exit);
        Assert.Equal($"outreach: --since must be a day written YYYY-MM-DD (as 2026-11-01); it is '{day}'.\n", shell.Error);
    }

    [Fact]
    public async Task Unanswered_without_a_day_asks_for_one()
    {
        var shell = await Shell.RunAsync("content", "unanswered");

        Assert.Equal((ExitCodes.WrongUse, "outreach: Name the first day: --since YYYY-MM-DD.\n"), (shell.Exit, shell.Error));
    }

    [Theory]
    [InlineData("unanswered")]
    [InlineData("suggest")]
    public async Task Where_nothing_is_kept_there_is_no_inbox(string verb)
    {
        var shell = await Shell.RunAsync("content", verb, "--since", "2026-11-16", "--content", SmallLibrary.Write(), "--Storage:Provider=InMemory");

        Assert.Equal((ExitCodes.WrongUse, ""), (shell.Exit, shell.Out));
        Assert.Contains("Storage:Provider is InMemory", shell.Error, StringComparison.Ordinal);
    }

    private static async Task<Shell> RunAsync(IEnumerable<string> settings, params string[] verb) =>
        await Shell.RunAsync([.. verb, .. verb.Contains("--content") ? [] : new[] { "--content", SmallLibrary.Write() }, .. settings]);

    /// <returns>Settings that lead to a database with these questions.</returns>
    private async Task<IReadOnlyList<string>> KeptAsync(params (DateOnly Day, string Text)[] questions)
    {
        var settings = (await cluster.CreateDatabaseAsync(Cancellation)).Settings(_folder);
        settings["Storage:KeyDirectory"] = Path.Combine(_folder, "keys");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        await using var services = new ServiceCollection().AddLogging().AddStorage(configuration).BuildServiceProvider();
        await services.GetRequiredService<StorageStartup>().PrepareAsync(StorageUse.Verb, Cancellation);
        await using var db = await services.GetRequiredService<IDbContextFactory<OutreachDb>>().CreateDbContextAsync(Cancellation);
        db.UnansweredQuestions.AddRange(questions.Select(question =>
            new UnansweredQuestion { Day = question.Day, Language = "vi", MaskedText = question.Text, Reason = "low" }));
        await db.SaveChangesAsync(Cancellation);
        return [.. settings.Select(setting => $"--{setting.Key}={setting.Value}")];
    }
}
