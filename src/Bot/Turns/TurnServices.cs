using Outreach.Bot.Help;
using Outreach.Bot.Metrics;
using Outreach.Bot.Preferences;
using Outreach.Channels;
using Outreach.Scheduler.Campaigns;

namespace Outreach.Bot.Turns;

internal static class TurnServices
{
    /// <summary>Everything between a channel's activity and its reply.</summary>
    public static IServiceCollection AddTurns(this IServiceCollection services)
    {
        services.AddReplies();
        services.AddSingleton<TurnEffects>();
        services.AddHelp();
        services.AddSingleton<SentMessages>();
        services.AddSingleton<LinkDesk>();
        services.AddSingleton<TestRoad>();
        services.AddSingleton<TurnPipeline>();
        services.AddSingleton<ITurnHandler>(provider => provider.GetRequiredService<TurnPipeline>());
        return services;
    }

    /// <summary>Sending what turns stored: also where only others hear people (sender's role).</summary>
    public static IServiceCollection AddReplies(this IServiceCollection services)
    {
        services.AddSingleton<ReplyComposer>();
        services.AddSingleton<TurnTally>();
        services.AddSingleton<ReplyRights>();
        services.AddSingleton<ReplyTries>();
        services.AddSingleton<ReplyDispatcher>();
        services.AddHostedService<ReplyDrain>();
        services.AddHostedService<OutboxSweeper>();
        return services;
    }
}
