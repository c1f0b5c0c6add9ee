using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Outreach.Bot.CommandLine;
using Outreach.Staff.Accounts;
using Outreach.Storage;

namespace Outreach.Bot.Host;

/// <summary>Runs the composed host until it is told to stop.</summary>
internal static class Serving
{
    /// <summary>Checks every option, then opens the storage; refuses a messaging channel where nothing would be kept.</summary>
    /// <exception cref="OptionsValidationException">An option is out of its bounds.</exception>
    public static async Task PrepareAsync(WebApplication app, CancellationToken cancellationToken)
    {
        CheckOptions(app.Services);
        var storage = app.Services.GetRequiredService<StorageStartup>();
        await storage.PrepareAsync(StorageUse.Serve, cancellationToken);
        if (ConfiguredChannels.Of(app.Configuration).Contains(ConfiguredChannels.Telegram))
        {
            storage.RequireDurableFor(ConfiguredChannels.Telegram);
        }
    }

    public static async Task<int> RunAsync(WebApplication app, Terminal terminal, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            throw new WrongUseException("A port is taken already: is another 'outreach serve' running? Set Urls and Console:Urls to free ones.");
        }

        await AnnounceAsync(app, terminal);
        await app.WaitForShutdownAsync(cancellationToken);
        return await EndAsync(app, terminal);
    }

    /// <summary>Before the host does so itself, which is after the storage was opened.</summary>
    private static void CheckOptions(IServiceProvider services)
    {
        try
        {
            services.GetService<IStartupValidator>()?.Validate();
        }
        catch (AggregateException faults) when (faults.InnerExceptions.All(fault => fault is OptionsValidationException))
        {
            throw new WrongUseException(string.Join("; ", faults.InnerExceptions.Select(fault => fault.Message)));
        }
    }

    /// <summary>A background service that fails stops the host, which counts as an orderly end only for the host itself.</summary>
    private static async Task<int> EndAsync(WebApplication app, Terminal terminal)
    {
        var failed = app.Services.GetServices<IHostedService>().OfType<BackgroundService>().FirstOrDefault(service => service.ExecuteTask is { IsFaulted: true });
        if (failed is null)
        {
            return ExitCodes.Done;
        }

        // Types alone: the message may carry what somebody typed.
        await terminal.Error.WriteLineAsync($"outreach: {failed.GetType().Name} failed ({failed.ExecuteTask!.Exception!.GetBaseException().GetType().Name}), so the service stopped.");
        return ExitCodes.Unhandled;
    }

    private static async Task AnnounceAsync(WebApplication app, Terminal terminal)
    {
        var listeners = Listeners.Read(app.Configuration);
        await terminal.Out.WriteLineAsync($"Chat page      {First(listeners.Public)}");
        await terminal.Out.WriteLineAsync($"Answers        {First(listeners.Public)}/hoi-dap");
        await terminal.Out.WriteLineAsync($"Staff console  {First(listeners.Console)}");
        if (app.Services.GetService<FirstAccount>() is { } first && await first.OfferAsync(First(listeners.Console), CancellationToken.None) is var (link, file))
        {
            // To the terminal and never to a logger: whoever has it becomes the admin.
            await terminal.Out.WriteLineAsync($"First account  {link}");
            await terminal.Out.WriteLineAsync($"               (works once, for 24 hours; also in {file})");
        }

        if (app.Services.GetRequiredService<StorageStartup>().KeepsNothing)
        {
            await terminal.Out.WriteLineAsync("Nothing is kept: there is no database (Storage:Provider=InMemory).");
        }

        await terminal.Out.WriteLineAsync("Ctrl-C stops it.");
        await terminal.Out.FlushAsync();
    }

    private static string First(IReadOnlyList<ListenerAddress> addresses) => $"{addresses[0].Scheme}://{addresses[0].Host}:{addresses[0].Port}";
}
