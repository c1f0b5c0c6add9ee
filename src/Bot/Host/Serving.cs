using Microsoft.AspNetCore.Connections;
using Outreach.Bot.CommandLine;
using Outreach.Storage;

namespace Outreach.Bot.Host;

/// <summary>Runs the composed host until it is told to stop.</summary>
internal static class Serving
{
    /// <summary>Opens the storage; refuses a messaging channel where nothing would be kept.</summary>
    public static async Task PrepareAsync(WebApplication app, CancellationToken cancellationToken)
    {
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
        return ExitCodes.Done;
    }

    private static async Task AnnounceAsync(WebApplication app, Terminal terminal)
    {
        var listeners = Listeners.Read(app.Configuration);
        await terminal.Out.WriteLineAsync($"Chat page      {First(listeners.Public)}");
        await terminal.Out.WriteLineAsync($"Answers        {First(listeners.Public)}/hoi-dap");
        await terminal.Out.WriteLineAsync($"Staff console  {First(listeners.Console)}");
        if (app.Services.GetRequiredService<StorageStartup>().KeepsNothing)
        {
            await terminal.Out.WriteLineAsync("Nothing is kept: there is no database (Storage:Provider=InMemory).");
        }

        await terminal.Out.WriteLineAsync("Ctrl-C stops it.");
        await terminal.Out.FlushAsync();
    }

    private static string First(IReadOnlyList<ListenerAddress> addresses) => $"{addresses[0].Scheme}://{addresses[0].Host}:{addresses[0].Port}";
}
