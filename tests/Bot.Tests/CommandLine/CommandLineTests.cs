using System.Text;
using Outreach.Bot.CommandLine;
using Outreach.Bot.Tests.Turns;

namespace Outreach.Bot.Tests.CommandLine;

/// <summary>What scripts and tools outside the repository rely on.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("nghỉ ngang có được lãnh trợ cấp thất nghiệp không", "answer", "nghi-ngang")]
    [InlineData("chồng đánh em", "crisis", "crisis:violence")]
    [InlineData("menu", "command", "menu")]
    [InlineData("dừng", "command", "stop")]
    public async Task Ask_gives_kind_ids_confidence_text_and_buttons(string text, string kind, string id)
    {
        var shell = await Shell.RunAsync("ask", text, "--json", "--content", SmallLibrary.Write());

        Assert.Equal(ExitCodes.Done, shell.Exit);
        Assert.Equal("", shell.Error);
        Assert.Equal(kind, shell.Json.GetProperty("kind").GetString());
        Assert.Equal(id, shell.Json.GetProperty("ids")[0].GetString());
        Assert.InRange(shell.Json.GetProperty("confidence").GetDouble(), 0, 1);
        Assert.True(shell.Json.GetProperty("text").GetString()!.IsNormalized(NormalizationForm.FormC));
        Assert.All(shell.Json.GetProperty("buttons").EnumerateArray(), button => Assert.NotEqual("", button.GetProperty("title").GetString()));
    }

    [Fact]
    public async Task Ask_says_none_of_what_is_not_there()
    {
        var shell = await Shell.RunAsync("ask", "zzqx wrrk plomb", "--json", "--content=" + SmallLibrary.Write());

        Assert.Equal("none", shell.Json.GetProperty("kind").GetString());
        Assert.Equal(0, shell.Json.GetProperty("ids").GetArrayLength());
    }

    [Fact]
    public async Task Ask_speaks_the_language_it_is_asked_in()
    {
        var shell = await Shell.RunAsync("ask", "--lang", "en", "menu", "--content", SmallLibrary.Write());

        Assert.Contains("What would you like to ask about?", shell.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_begins_with_an_at_sign_or_dashes_is_a_text()
    {
        var library = SmallLibrary.Write();

        var at = await Shell.RunAsync("ask", "@/etc/passwd", "--json", "--content", library);
        var dashes = await Shell.RunAsync("ask", "--json", "--content", library, "--", "--lang");
        var one = await Shell.RunAsync("ask", "-5 ngày phép", "--json", "--content", library);

        Assert.Equal((0, 0, 0), (at.Exit, dashes.Exit, one.Exit));
        Assert.DoesNotContain("root", at.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_takes_settings_behind_it_and_opens_no_storage()
    {
        var nowhere = Path.Combine(Directory.CreateTempSubdirectory().FullName, "data");

        var shell = await Shell.RunAsync(
            "ask", "xin chào", "--json", "--Content:Path=" + SmallLibrary.Write(), "--Organisation:Name=Hội Phụ nữ Bắc", "--Storage:Directory=" + nowhere);

        Assert.Equal(ExitCodes.Done, shell.Exit);
        Assert.False(Directory.Exists(nowhere));
    }

    [Theory]
    [InlineData("akq")]
    [InlineData("help", "nonsense")]
    [InlineData("--help", "nonsense")]
    [InlineData("ask")]
    [InlineData("ask", "một", "hai")]
    [InlineData("ask", "một", "--jsno")]
    [InlineData("ask", "một", "--lang")]
    [InlineData("ask", "một", "--lang", "fr")]
    [InlineData("content")]
    [InlineData("content", "chekc")]
    [InlineData("content", "check", "more")]
    [InlineData("content", "evaluate")]
    [InlineData("serve", "now")]
    [InlineData("--serve")]
    [InlineData("-x")]
    [InlineData("")]
    [InlineData("ask", "một", "--content", "/there/is/nothing")]
    [InlineData("ask", "một", "--Content:Pfad=x")]
    [InlineData("ask", "một", "--Organisation:TimeZone=Mars/Olympus")]
    public async Task Whatever_is_not_known_is_wrong_use_and_never_a_start(params string[] arguments)
    {
        var shell = await Shell.RunAsync(arguments);

        Assert.Equal(ExitCodes.WrongUse, shell.Exit);
        Assert.Equal("", shell.Out);
        Assert.StartsWith("outreach: ", shell.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report")]
    public async Task What_is_not_built_yet_says_so(params string[] arguments)
    {
        var shell = await Shell.RunAsync(arguments);

        Assert.Equal(ExitCodes.WrongUse, shell.Exit);
        Assert.Contains("not built yet", shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_near_miss_is_met_with_a_suggestion()
    {
        var verb = await Shell.RunAsync("servr");
        var key = await Shell.RunAsync("ask", "x", "--Telegram:Tokn=123:secret");

        Assert.Contains("Did you mean 'serve'?", verb.Error, StringComparison.Ordinal);
        Assert.Contains("Unknown key 'Telegram:Tokn'. Did you mean 'Telegram:Token'?", key.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", key.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unhandled_error_is_one_line_without_data()
    {
        var shell = await Shell.RunAsync("serve");

        Assert.Equal(ExitCodes.Unhandled, shell.Exit);
        Assert.Equal("outreach: an unhandled error (InvalidOperationException).\n", shell.Error);
        Assert.DoesNotContain(SmallLibrary.Marked, shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_check_exits_one_on_an_error_and_zero_without()
    {
        var good = await Shell.RunAsync("content", "check", "--content", SmallLibrary.Write());
        var bad = await Shell.RunAsync("content", "check", "--json", "--content", SmallLibrary.Write(("vi/faq/bhxh/hong.md", "---\nid: khac\n---\nx\n")));

        Assert.Equal((ExitCodes.Done, ExitCodes.Fault), (good.Exit, bad.Exit));
        Assert.True(bad.Json.GetProperty("errors").GetInt32() > 0);
        Assert.Contains(bad.Json.GetProperty("issues").EnumerateArray(), issue => issue.GetProperty("file").GetString() == "vi/faq/bhxh/hong.md");
    }

    [Fact]
    public async Task Content_evaluate_counts_labelled_questions_and_writes_a_run()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        var queries = Path.Combine(folder, "q.jsonl");
        var run = Path.Combine(folder, "run.jsonl");
        await File.WriteAllLinesAsync(queries, ["""{"id":"q1","text":"nghi ngang co duoc lanh that nghiep khong","intent":"nghi-ngang","kind":"question","style":"no_diacritics"}"""], TestContext.Current.CancellationToken);

        var shell = await Shell.RunAsync("content", "evaluate", "--queries", queries, "--run", run, "--json", "--content", SmallLibrary.Write());

        Assert.Equal(ExitCodes.Done, shell.Exit);
        Assert.Equal(1, shell.Json.GetProperty("n").GetInt32());
        Assert.Single(await File.ReadAllLinesAsync(run, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("migrate")]
    [InlineData("backup", "never-written")]
    [InlineData("restore", "never-written")]
    public async Task A_verb_that_needs_a_database_says_so_where_there_is_none(params string[] arguments)
    {
        var shell = await Shell.RunAsync([.. arguments, "--Storage:Provider=InMemory"]);

        Assert.Equal(ExitCodes.WrongUse, shell.Exit);
        Assert.NotEqual("", shell.Error);
    }

    [Fact]
    public async Task Doctor_prints_one_JSON_document()
    {
        var shell = await Shell.RunAsync("doctor", "--json", "--Storage:Provider=InMemory");

        Assert.Equal(ExitCodes.Done, shell.Exit);
        Assert.NotEqual(0, shell.Json.GetArrayLength());
    }

    [Fact]
    public async Task Help_lists_the_verbs_and_what_exit_codes_mean()
    {
        var shell = await Shell.RunAsync("help");

        Assert.Equal(ExitCodes.Done, shell.Exit);
        Assert.Contains("content check", shell.Out, StringComparison.Ordinal);
        Assert.Contains("70 an unhandled error", shell.Out, StringComparison.Ordinal);
    }
}
