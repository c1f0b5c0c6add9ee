using System.Diagnostics;
using System.Text.RegularExpressions;
using Outreach.Testing.Programs;

namespace Outreach.Bot.Tests.EndToEnd;

[Collection(RealProgram.Alone)]
public sealed partial class PublishedTests
{
    [Fact]
    public async Task Published_and_started_from_another_folder_every_asset_has_a_body_and_questions_are_answered()
    {
        using var published = new DataFolder();
        using var elsewhere = new DataFolder();
        await PublishAsync(published.Path);
        await using var program = await OutreachProgram.ServeAsync(elsewhere.Path, Path.Combine(published.Path, "outreach.dll"), "Storage:Provider=InMemory");

        var page = await program.Http.GetStringAsync("/", TestContext.Current.CancellationToken);
        var assets = Asset().Matches(page).Select(match => match.Value).Distinct().ToList();

        Assert.True(assets.Count >= 3);
        foreach (var asset in assets)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, asset);
            request.Headers.Add("Accept-Encoding", "br");
            using var answer = await program.Http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal("br", answer.Content.Headers.ContentEncoding.Single());
            Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }

        Assert.Contains("thất nghiệp", await new ChatForm(program.Http).AskAsync("nghi viec bao lau thi dc lanh bhtn"), StringComparison.Ordinal);
    }

    private static async Task PublishAsync(string to)
    {
        using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", Path.Combine(OutreachProgram.Root, "src", "Bot"), "-c", "Release", "-o", to, "-v", "quiet"])
        {
            RedirectStandardOutput = true,
        })!;
        var output = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        Assert.True(publish.ExitCode == 0, output);
    }

    [GeneratedRegex("/a/[a-z0-9.]+")]
    private static partial Regex Asset();
}
