using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Outreach.Bot.Help;
using Outreach.Testing;

namespace Outreach.Bot.Tests.Help;

/// <summary>The alarm at the wire: what leaves, and what is said when it does not.</summary>
public sealed class AlarmPostTests : IAsyncLifetime
{
    private readonly List<string> _bodies = [];
    private readonly CapturedLogs _logs = new();
    private HttpStatusCode _answer = HttpStatusCode.OK;
    private WebApplication _room = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _room = builder.Build();
        _room.MapPost("/hook", async (HttpContext http) =>
        {
            using var reader = new StreamReader(http.Request.Body);
            _bodies.Add(await reader.ReadToEndAsync(http.RequestAborted));
            return Results.StatusCode((int)_answer);
        });
        await _room.StartAsync(Stop);
    }

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task A_webhook_gets_a_count_and_a_sentence_and_nothing_else()
    {
        using var post = Post(new AlarmOptions { WebhookUrl = _room.Urls.First() + "/hook" });

        var worked = await post.GiveAsync(2, "Có việc khẩn", "2 việc khẩn đang chờ.", Stop);

        Assert.True(worked);
        using var body = System.Text.Json.JsonDocument.Parse(Assert.Single(_bodies));
        Assert.Equal(["text", "urgent"], body.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("2 việc khẩn đang chờ.", 2), (body.RootElement.GetProperty("text").GetString(), body.RootElement.GetProperty("urgent").GetInt32()));
    }

    [Fact]
    public async Task One_way_that_fails_is_a_failure_though_the_other_works()
    {
        using var post = Post(new AlarmOptions
        {
            WebhookUrl = _room.Urls.First() + "/hook",
            SmtpHost = "127.0.0.1",
            SmtpPort = FreePort(),
            SmtpFrom = "bot@example.vn",
            SmtpTo = "chi@example.vn, anh@example.vn",
        });

        var worked = await post.GiveAsync(1, "Có việc khẩn", "1 việc khẩn đang chờ.", Stop);

        Assert.False(worked);
        Assert.Single(_bodies);
    }

    [Fact]
    public async Task What_a_failure_logs_names_the_way_and_no_address()
    {
        _answer = HttpStatusCode.Forbidden;
        using var post = Post(new AlarmOptions { WebhookUrl = _room.Urls.First() + "/hook?key=secret" });

        var worked = await post.GiveAsync(1, "Có việc khẩn", "1 việc khẩn đang chờ.", Stop);

        Assert.False(worked);
        Assert.Contains("webhook", Assert.Single(_logs.Lines), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", _logs.Lines.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_no_way_there_is_nothing_to_fail()
    {
        using var post = Post(new AlarmOptions());

        Assert.Null(await post.GiveAsync(1, "Có việc khẩn", "1 việc khẩn đang chờ.", Stop));
    }

    private AlarmPost Post(AlarmOptions options) => new(Options.Create(options), LoggerFactory.Create(logging => logging.AddProvider(_logs)).CreateLogger<AlarmPost>());

    /// <summary>A port where nobody listens.</summary>
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
