using Outreach.Bot.Metrics;
using Outreach.Channels;
using Outreach.Channels.Telegram;
using Outreach.Staff;
using Outreach.Storage.Keys;

namespace Outreach.Bot.Host;

/// <summary>Tells the console, and whoever looks after the machine, how the channels of this process stand.</summary>
internal static class ChannelStates
{
    /// <summary>What an operator sees: channels, and <c>/metrics</c>.</summary>
    public static IServiceCollection AddOversight(this IServiceCollection services, NodeRoles roles) => services.AddChannelStates(roles).AddMetricsReport();

    private static IServiceCollection AddChannelStates(this IServiceCollection services, NodeRoles roles) =>
        services.AddSingleton<TellsChannelState>(provider => channel => roles.HasFlag(NodeRoles.Public)
            ? channel == ConfiguredChannels.Telegram ? Of(provider.GetRequiredService<TelegramHealth>()) : ChannelState.Works // ours: they run while this does
            : ChannelState.Elsewhere);

    private static ChannelState Of(TelegramHealth health) => health switch
    {
        { IsKnown: false } => ChannelState.Unknown,
        { Failure: null } => ChannelState.Works,
        { Failure: SendFailure.Unreachable } => ChannelState.Unreachable,
        { Failure: SendFailure.Unauthorized } => ChannelState.Unauthorized,
        _ => ChannelState.Faulty,
    };
}
