using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Outreach.Bot.Host;
using Outreach.Bot.Tests.Turns;

namespace Outreach.Bot.Tests.Host;

/// <summary>The whole composed host on two free ports, with storage in memory and every log line kept.</summary>
internal sealed class RunningHouse : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningHouse(WebApplication app, LinesKept logs)
    {
        (_app, Logs) = (app, logs);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Select(address => new Uri(address)).ToList();
        (Public, Console) = (addresses[0], addresses[1]);
    }

    public LinesKept Logs { get; }
    public Uri Public { get; }
    public Uri Console { get; }
    public IServiceProvider Services => _app.Services;
    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public static Task<RunningHouse> StartAsync(params string[] settings) => StartAsync(_ => { }, settings);

    public static async Task<RunningHouse> StartAsync(Action<ILoggingBuilder> configure, params string[] settings)
    {
        var data = Directory.CreateTempSubdirectory("outreach-data-").FullName;
        var builder = HouseHost.Create(
        [
            "--Urls=http://127.0.0.1:0", "--Console:Urls=http://127.0.0.1:0", "--Storage:Provider=InMemory", "--Storage:Directory=" + data,
            "--Content:Path=" + SmallLibrary.Write(), .. settings,
        ]);
        var logs = new LinesKept();
        builder.Logging.AddProvider(logs);
        configure(builder.Logging);
        var app = Program.Compose(builder);
        await Serving.PrepareAsync(app, TestContext.Current.CancellationToken);
        Program.Open(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RunningHouse(app, logs);
    }

    /// <summary>One request with a Host header of the test's choice.</summary>
    public async Task<HttpStatusCode> AskAsync(HttpMethod method, Uri listener, string path, string? host = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(listener, path));
        request.Headers.Host = host;
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
