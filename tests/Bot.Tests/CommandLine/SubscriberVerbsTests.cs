using Outreach.Bot.CommandLine;
using Outreach.Testing.Postgres;

namespace Outreach.Bot.Tests.CommandLine;

/// <summary><c>subscribers import</c> and <c>subscribers export</c> over a database of the test's own.</summary>
public sealed class SubscriberVerbsTests(TestCluster cluster) : IClassFixture<TestCluster>, IDisposable
{
    private const string Header = "channel,address,language,province,role,topics,consented_at\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("outreach-subscribers-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Good_rows_go_in_bad_ones_are_listed_and_no_address_is_ever_printed()
    {
        var settings = await SettingsAsync();
        var list = await WriteAsync(Header + "telegram,987654321,vi,,worker,bhxh,2026-11-01\ntelegram,=HYPERLINK(987654322),vi,,,,2026-11-01\ntelegram,987654323,fr,,,,2026-11-01\n");

        var plain = await Shell.RunAsync(["subscribers", "import", list, .. settings]);
        var json = await Shell.RunAsync(["subscribers", "import", list, "--json", .. settings]);

        Assert.Equal((ExitCodes.Fault, ExitCodes.Fault, ""), (plain.Exit, json.Exit, plain.Error + json.Error));
        Assert.Equal(
            $"{list}:3: error: address: begins as a formula does (= + - @). Write the value itself.\n"
            + $"{list}:4: error: language: none of those that there are. Write vi, en.\n"
            + "3 rows: 1 added, 0 consented anew, 0 were there already, 0 stay withdrawn, 2 refused.\n",
            plain.Out);
        Assert.Equal((3, 0, 1, 2), (Count(json, "rows"), Count(json, "added"), Count(json, "kept"), Count(json, "refused")));
        Assert.Equal([(3, "address"), (4, "language")], json.Json.GetProperty("faults").EnumerateArray().Select(fault => (fault.GetProperty("line").GetInt32(), fault.GetProperty("column").GetString()!)));
        Assert.DoesNotContain("98765432", plain.Out + json.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_without_faults_ends_well_and_comes_out_again_without_addresses()
    {
        var settings = await SettingsAsync();
        var list = await WriteAsync(Header + "telegram,987654321,vi,bac-ninh,worker,bhxh;bhyt,2026-11-01\nzalo,987654322,en,,,,2026-10-01\n");
        var target = Path.Combine(_folder, "out.csv");

        var import = await Shell.RunAsync(["subscribers", "import", list, "--json", .. settings]);
        var export = await Shell.RunAsync(["subscribers", "export", target, .. settings]);
        var again = await Shell.RunAsync(["subscribers", "export", target, .. settings]);

        Assert.Equal((ExitCodes.Done, 0, 2), (import.Exit, import.Json.GetProperty("faults").GetArrayLength(), Count(import, "added")));
        Assert.Equal((ExitCodes.Done, ExitCodes.WrongUse), (export.Exit, again.Exit));
        Assert.Contains("is there already", again.Error, StringComparison.Ordinal);
        var lines = await File.ReadAllLinesAsync(target, Cancellation);
        Assert.Equal(["channel,language,province,role,topics,consented_in", "telegram,vi,bac-ninh,worker,bhxh;bhyt,2026-11", "zalo,en,,,,2026-10"], [lines[0], .. lines[1..].Order(StringComparer.Ordinal)]);
        Assert.DoesNotContain("98765432", string.Concat(lines) + export.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_with_other_columns_is_refused_whole()
    {
        var settings = await SettingsAsync();
        var list = await WriteAsync("channel,phone,language,province,role,topics,consented_at\ntelegram,987654321,vi,,,,2026-11-01\n");

        var plain = await Shell.RunAsync(["subscribers", "import", list, .. settings]);
        var json = await Shell.RunAsync(["subscribers", "import", list, "--json", .. settings]);

        Assert.Equal((ExitCodes.Fault, ExitCodes.Fault), (plain.Exit, json.Exit));
        Assert.Contains($"{list}:1: error: Column 2 is none that a list of subscribers has. Missing: address.", plain.Out, StringComparison.Ordinal);
        Assert.Equal((0, 1), (Count(json, "rows"), json.Json.GetProperty("faults").GetArrayLength()));
        Assert.DoesNotContain("98765432", plain.Out + json.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import", "nowhere.csv")]
    [InlineData("import")]
    [InlineData("export", "/there/is/nothing/out.csv")]
    [InlineData("export")]
    public async Task Without_a_file_that_can_be_used_it_is_wrong_use(params string[] words)
    {
        var shell = await Shell.RunAsync(["subscribers", .. words]);

        Assert.Equal((ExitCodes.WrongUse, ""), (shell.Exit, shell.Out));
    }

    [Theory]
    [InlineData("import", "list.csv")]
    [InlineData("export", "out.csv")]
    public async Task Where_nothing_is_kept_nothing_goes_in_or_out(string verb, string file)
    {
        await WriteAsync(Header);

        var shell = await Shell.RunAsync("subscribers", verb, Path.Combine(_folder, file), "--Storage:Provider=InMemory");

        Assert.Equal((ExitCodes.WrongUse, ""), (shell.Exit, shell.Out));
        Assert.Contains("Storage:Provider is InMemory", shell.Error, StringComparison.Ordinal);
    }

    private static int Count(Shell shell, string name) => shell.Json.GetProperty(name).GetInt32();

    private async Task<string> WriteAsync(string csv)
    {
        var file = Path.Combine(_folder, "list.csv");
        await File.WriteAllTextAsync(file, csv, Cancellation);
        return file;
    }

    private async Task<IReadOnlyList<string>> SettingsAsync()
    {
        var settings = (await cluster.CreateDatabaseAsync(Cancellation)).Settings(_folder);
        settings["Storage:KeyDirectory"] = Path.Combine(_folder, "keys");
        return [.. settings.Select(setting => $"--{setting.Key}={setting.Value}")];
    }
}
