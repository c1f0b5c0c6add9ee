extern alias bot;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Outreach.Bot.Host;
using Outreach.Cases.Desk;
using Outreach.Cases.Receipts;
using Outreach.Testing.Telegram;

namespace Outreach.Benchmarks.Help;

/// <summary>The whole composed host in this process, on the private cluster, with Telegram's server played at the wire.</summary>
internal sealed class HelpHouse : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HelpHouse(WebApplication app) => _app = app;

    public IServiceProvider Services => _app.Services;
    public Uri Console => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ElementAt(1));

    /// <param name="cost">What a code costs; replies are let go at once, without the ten seconds in which they can be taken back.</param>
    public static async Task<HelpHouse> StartAsync(string folder, FakeBotApi telegram, ReceiptCost cost)
    {
        var builder = HouseHost.Create(
        [
            "--Urls=http://127.0.0.1:0", "--Console:Urls=http://127.0.0.1:0", "--Storage:Provider=Local", "--Storage:Directory=" + Path.Combine(folder, "data"),
            "--Storage:KeyDirectory=" + Path.Combine(folder, "data", "keys"), $"--Telegram:Token={telegram.Token}", $"--Telegram:ApiBaseUrl={telegram.BaseUrl}",
        ]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(cost);
        builder.Services.AddSingleton(new DeskSettings { ReplyHold = TimeSpan.Zero });
        var app = bot::Program.Compose(builder);
        await Serving.PrepareAsync(app, CancellationToken.None);
        bot::Program.Open(app);
        await app.StartAsync();
        return new HelpHouse(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
