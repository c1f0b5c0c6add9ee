using Microsoft.Extensions.DependencyInjection.Extensions;
using Outreach.Bot.Turns;
using Outreach.Cases.Triage;
using Outreach.Channels.Telegram;
using Outreach.Content.Store;
using Outreach.Storage.Keys;

namespace Outreach.Bot.Help;

internal static class HelpServices
{
    /// <summary>The worker's side of help without a name. Needs the cases of a public node.</summary>
    public static IServiceCollection AddHelp(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<HelpOptions, HelpOptionsValidator>().BindConfiguration(HelpOptions.Section);
        services.AddSingleton<HelpDrafts>();
        services.TryAddSingleton<AlarmBell>();
        services.AddSingleton<Discretion>();
        services.AddSingleton<HelpPen>();
        services.AddSingleton<HelpRoad>();
        services.AddSingleton<HelpDesk>();
        services.AddSingleton(provider => PersonalFinder.Make(provider.GetRequiredService<ContentStore>()));
        return services;
    }

    /// <summary>Answers of staff and replies that other nodes stored into chats, and alarms (sender's role).</summary>
    public static IServiceCollection AddReplyCarrier(this IServiceCollection services, IConfiguration configuration, NodeRoles roles)
    {
        if (!roles.HasFlag(NodeRoles.Public))
        {
            services.AddTelegram(configuration, receive: false);
            services.AddReplies();
        }

        services.TryAddSingleton<AlarmBell>();
        services.AddOptionsWithValidateOnStart<AlarmOptions, AlarmOptionsValidator>().BindConfiguration(AlarmOptions.Section);
        services.AddSingleton<AlarmPost>();
        services.AddHostedService<AlarmWatch>();
        services.AddSingleton<ReplyCarrier>();
        services.AddHostedService(provider => provider.GetRequiredService<ReplyCarrier>());
        return services;
    }

    /// <summary>Words of danger are content, which the cases do not know.</summary>
    public static IServiceCollection AddTellsOfDanger(this IServiceCollection services) => services.AddSingleton<TellsOfDanger>(provider =>
        (text, _) => provider.GetRequiredService<ContentStore>().Current.Crisis.Find(text, out string _) is not null);
}
