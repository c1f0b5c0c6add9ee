using Outreach.Cases.Triage;
using Outreach.Content.Store;

namespace Outreach.Bot.Help;

internal static class HelpServices
{
    /// <summary>The worker's side of help without a name. Needs the cases of a public node.</summary>
    public static IServiceCollection AddHelp(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<HelpOptions, HelpOptionsValidator>().BindConfiguration(HelpOptions.Section);
        services.AddSingleton<HelpDrafts>();
        services.AddSingleton<AlarmBell>();
        services.AddSingleton<Discretion>();
        services.AddSingleton<HelpPen>();
        services.AddSingleton<HelpRoad>();
        services.AddSingleton<HelpDesk>();
        services.AddSingleton(provider => PersonalFinder.Make(provider.GetRequiredService<ContentStore>()));
        return services;
    }

    /// <summary>Words of danger are content, which the cases do not know.</summary>
    public static IServiceCollection AddTellsOfDanger(this IServiceCollection services) => services.AddSingleton<TellsOfDanger>(provider =>
        (text, _) => provider.GetRequiredService<ContentStore>().Current.Crisis.Find(text, out string _) is not null);
}
