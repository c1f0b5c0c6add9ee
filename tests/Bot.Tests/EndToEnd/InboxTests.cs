using System.Text.Json;
using Outreach.Testing.Programs;

namespace Outreach.Bot.Tests.EndToEnd;

[Collection(RealProgram.Alone)]
public sealed class InboxTests
{
    [Fact]
    public async Task What_nobody_could_answer_is_read_beside_the_running_service_and_after_it_has_stopped()
    {
        using var folder = new DataFolder().WithSmallLibrary();
        await using var program = await OutreachProgram.ServeSmallAsync(folder.Path, "Storage:Provider=Local");
        await new ChatForm(program.Http).AskAsync("zzqx wrrk plomb");

        var beside = await OutreachProgram.RunAsync(folder.Path, "content", "unanswered", "--since", "2020-01-01", "--json", "--Storage:Provider=Local");
        await program.StopAsync();
        var after = await OutreachProgram.RunAsync(folder.Path, "content", "suggest", "--json", "--Storage:Provider=Local");

        Assert.Equal((0, 0), (beside.ExitCode, after.ExitCode));
        Assert.Equal("zzqx wrrk plomb", Typical(beside.Output));
        Assert.Equal("zzqx wrrk plomb", Typical(after.Output));
        Assert.DoesNotContain("zzqx", beside.Errors + after.Errors + string.Join('\n', program.Lines), StringComparison.Ordinal);
    }

    private static string? Typical(string json) => JsonDocument.Parse(json).RootElement[0].GetProperty("typical").GetString();
}
