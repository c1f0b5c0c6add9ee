using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Outreach.Channels.Telegram;
using Outreach.Testing;
using Outreach.Testing.Telegram;

namespace Outreach.Channels.Tests.Telegram;

/// <summary>The channel as the program hosts it, against the fake Bot API.</summary>
internal sealed class TelegramHost : IAsyncDisposable
{
    public const string Secret = "test-secret_0123456789-abcdefghijkl";

    private readonly WebApplication _app;

    private TelegramHost(WebApplication app, FakeBotApi api)
    {
        _app = app;
        Api = api;
    }

    public FakeBotApi Api { get; }

    public ScriptedTurns Turns => (ScriptedTurns)_app.Services.GetRequiredService<ITurnHandler>();

    public KeptOffsets Offsets => (KeptOffsets)_app.Services.GetRequiredService<IPollOffsets>();

    public CapturedLogs Logs => _app.Services.GetRequiredService<CapturedLogs>();

    public HandMovedClock Clock => (HandMovedClock)_app.Services.GetRequiredService<TimeProvider>();

    public IChannelSender Sender => _app.Services.GetRequiredService<IChannelSender>();

    public SendBudget Budget => _app.Services.GetRequiredService<SendBudget>();

    public IServiceProvider Services => _app.Services;

    public string Url => _app.Urls.First();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Polling unless told otherwise; the channel's own clock stands still until moved. The fake keeps real time.</summary>
    public static async Task<TelegramHost> StartAsync(TelegramMode mode = TelegramMode.Polling, Action<IServiceCollection>? change = null, FakeBotApi? api = null, bool start = true, string? token = null, long? maxBodyBytes = null)
    {
        api ??= await FakeBotApi.StartAsync();
        var builder = WebApplication.CreateSlimBuilder();
        var port = FreePort();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}").ConfigureKestrel(server => server.Limits.MaxRequestBodySize = maxBodyBytes ?? server.Limits.MaxRequestBodySize);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Telegram:Token"] = token ?? api.Token,
            ["Telegram:ApiBaseUrl"] = api.BaseUrl,
            ["Telegram:Mode"] = mode.ToString(),
            ["Telegram:WebhookUrl"] = $"http://127.0.0.1:{port}",
            ["Telegram:WebhookSecret"] = Secret,
        });
        var logs = new CapturedLogs();
        builder.Logging.ClearProviders().AddProvider(logs).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddSingleton(logs);
        builder.Services.AddSingleton<TimeProvider>(new HandMovedClock());
        builder.Services.AddSingleton<ITurnHandler>(new ScriptedTurns());
        builder.Services.AddSingleton<IPollOffsets>(new KeptOffsets());
        builder.Services.AddTelegram(builder.Configuration);
        change?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapTelegram();
        if (start)
        {
            await app.StartAsync(Cancel);
            await (mode == TelegramMode.Webhook ? api.WaitForWebhookAsync(Cancel) : api.WaitForCallsAsync("getMe", 1, Cancel));
        }

        return new TelegramHost(app, api);
    }

    public async ValueTask DisposeAsync()
    {
        await Api.DisposeAsync();
        await _app.DisposeAsync();
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
