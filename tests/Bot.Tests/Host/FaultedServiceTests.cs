using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Outreach.Bot.CommandLine;
using Outreach.Bot.Host;
using Outreach.Bot.Tests.Turns;

namespace Outreach.Bot.Tests.Host;

public sealed class FaultedServiceTests
{
    [Fact]
    public async Task A_background_service_that_fails_ends_the_program_with_70_and_one_line_without_data()
    {
        var token = TestContext.Current.CancellationToken;
        var builder = HouseHost.Create(
        [
            "--Urls=http://127.0.0.1:0", "--Console:Urls=http://127.0.0.1:0", "--Storage:Provider=InMemory",
            "--Storage:Directory=" + Directory.CreateTempSubdirectory("outreach-data-").FullName, "--Content:Path=" + SmallLibrary.Write(),
        ]);
        builder.Services.AddHostedService<Failing>();
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        await using var app = Program.Compose(builder);
        await Serving.PrepareAsync(app, token);
        Program.Open(app);

        var exit = await Serving.RunAsync(app, new Terminal(output, error), token);

        Assert.Equal(ExitCodes.Unhandled, exit);
        Assert.Equal("outreach: Failing failed (FormatException), so the service stopped.", error.ToString().Trim());
    }

    private sealed class Failing(IHostApplicationLifetime lifetime) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            var started = new TaskCompletionSource();
            await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
            await started.Task.WaitAsync(stoppingToken);
            throw new FormatException(SmallLibrary.Marked);
        }
    }
}
