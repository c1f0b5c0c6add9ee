using Outreach.Bot.Help;
using Outreach.Bot.Metrics;
using Outreach.Channels;
using Outreach.Scheduler.Campaigns;

namespace Outreach.Bot.Turns;

internal static class TurnServices
{
    /// <summary>Everything between a channel's activity and its reply.</summary>
    public static IServiceCollection AddTurns(this IServiceCollection services)
    {
        services.AddSingleton<ReplyComposer>();
        services.AddSingleton<TurnTally>();
        services.AddSingleton<ReplyDispatcher>();
        services.AddSingleton<TurnEffects>();
        services.AddHelp();
        services.AddSingleton<SentMessages>();
        services.AddSingleton<TurnPipeline>();
        services.AddSingleton<ITurnHandler>(provider => provider.GetRequiredService<TurnPipeline>());
        services.AddHostedService<ReplyDrain>();
        services.AddHostedService<OutboxSweeper>();
        return services;
    }
}
