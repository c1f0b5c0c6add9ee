using Outreach.Bot.Turns;
using Outreach.Channels;
using Outreach.Channels.DirectLine;
using Outreach.Channels.Telegram;
using Outreach.Content.Store;
using Outreach.Scheduler.Delivery;
using Outreach.Storage.Keys;
using Outreach.Storage.Settings;

namespace Outreach.Bot.Ports;

/// <summary>What channels ask of the rest of the house, through the small ports they name.</summary>
internal static class ChannelPorts
{
    public static IServiceCollection AddChannelPorts(this IServiceCollection services)
    {
        services.AddSingleton<IPollOffsets, StoredPollOffsets>();
        services.AddSingleton<WaitsToPoll>(provider => (channel, cancellationToken) => WaitToPollAsync(provider.GetServices<LeaseKeeper>().FirstOrDefault(), channel, cancellationToken));
        services.AddSingleton<TelegramCommandSet>(provider => language => Commands(provider.GetRequiredService<ContentStore>(), language));
        services.AddSingleton<TelegramNameKept>(provider => (name, cancellationToken) => KeepNameAsync(provider, name, cancellationToken));
        services.AddSingleton<TokenSigner>(provider => payload => provider.GetRequiredService<KeyRing>().SignToken(payload));
        services.AddSingleton<ChannelFiles>(provider => provider.GetRequiredService<ContentStore>().FindMedia);
        return services;
    }

    private static async Task<bool> WaitToPollAsync(LeaseKeeper? leases, string channel, CancellationToken cancellationToken)
    {
        var lease = KeptLease.ForUpdatesOf(channel);
        if (leases is not { IsNeeded: true } || leases.IsHeld(lease))
        {
            return false;
        }

        await leases.WhenHeldAsync(lease, cancellationToken);
        return true;
    }

    /// <summary>For the console's links. Where it cannot be kept there is no link until the next start: nobody who writes to the bot waits for that.</summary>
    private static async Task KeepNameAsync(IServiceProvider services, string name, CancellationToken cancellationToken)
    {
        try
        {
            await services.GetRequiredService<SharedNotes>().SetAsync(SharedNotes.TelegramName, name, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            TurnLog.NameNotKept(services.GetRequiredService<ILogger<SharedNotes>>(), fault.GetType().Name);
        }
    }

    /// <summary>The commands of Telegram's menu button, in the order a worker needs them; described in phrases.yml.</summary>
    private static TelegramCommand[] Commands(ContentStore content, string language) =>
    [
        .. new[] { Command.Menu, Command.Person, Command.Request, Command.Hotline, Command.Language, Command.Subscribe, Command.Settings, Command.Stop, Command.Privacy, Command.Forget, Command.Help }
            .Select(command => command.ToString().ToLowerInvariant())
            .Select(name => new TelegramCommand(name, content.Current.In(language).Phrases.Get("describe." + name))),
    ];
}
