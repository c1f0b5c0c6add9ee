using System.Diagnostics;
using System.IO.Compression;
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

        await AssetsAreServedAsync(program.Http, new Uri(program.Http.BaseAddress!, "/"), atLeast: 3);
        await AssetsAreServedAsync(program.Http, new Uri(program.Console, "/dang-nhap"), atLeast: 2);
        Assert.Contains("thất nghiệp", await new ChatForm(program.Http).AskAsync("nghi viec bao lau thi dc lanh bhtn"), StringComparison.Ordinal);
    }

    /// <summary>Each style and script of a page, under a name that changes with what is in it, squeezed, and whole.</summary>
    private static async Task AssetsAreServedAsync(HttpClient http, Uri page, int atLeast)
    {
        var assets = Asset().Matches(await http.GetStringAsync(page, TestContext.Current.CancellationToken)).Select(match => match.Value).Distinct().ToList();
        Assert.True(assets.Count >= atLeast, $"{page} names {assets.Count} assets");
        foreach (var asset in assets)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(page, asset));
            request.Headers.Add("Accept-Encoding", "br");
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal("br", answer.Content.Headers.ContentEncoding.Single());
            Assert.True(answer.Headers.CacheControl is { MaxAge.TotalDays: >= 30 }, $"{asset} is asked for again and again");
            await using var squeezed = new BrotliStream(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), CompressionMode.Decompress);
            using var whole = new MemoryStream();
            await squeezed.CopyToAsync(whole, TestContext.Current.CancellationToken);
            Assert.True(whole.Length > 100, $"{asset} has no body");
        }
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
