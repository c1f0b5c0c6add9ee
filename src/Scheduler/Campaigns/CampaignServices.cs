using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Outreach.Content.Store;
using Outreach.Scheduler.Rehearsal;
using Outreach.Scheduler.Retention;
using Outreach.Storage.Campaigns;

namespace Outreach.Scheduler.Campaigns;

/// <summary>Campaigns as people handle them, in a host or behind a verb.</summary>
public static class CampaignServices
{
    /// <summary>After storage and content.</summary>
    public static IServiceCollection AddCampaigns(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CampaignOptions>().Configure(options => Read(configuration, options)).ValidateOnStart();
        // In memory there are no deliveries to be had: who would need them says so instead.
        services.AddSingleton<Func<BroadcastControl>>(provider => provider.GetRequiredService<BroadcastControl>);
        // A verb that only shows or pauses need not read the content, which takes seconds.
        services.AddSingleton<Func<ContentStore>>(provider => provider.GetRequiredService<ContentStore>);
        services.AddSingleton<BroadcastMaker>();
        services.AddSingleton<PlanCheck>();
        services.AddSingleton<BroadcastDesk>();
        services.AddSingleton<CampaignDesk>();
        services.AddSingleton<TestSends>();
        services.AddSingleton<CampaignShelf>();
        services.AddSingleton<MessageArchive>();
        services.AddSingleton<CampaignCalendar>();
        services.AddSingleton<CampaignRehearsal>();
        services.AddSingleton<CampaignRetention>();
        return services;
    }

    private static void Read(IConfiguration configuration, CampaignOptions options)
    {
        const string Days = CampaignOptions.Section + ":" + nameof(CampaignOptions.DeliveriesKeptDays);
        if (configuration[Days] is { } number)
        {
            options.DeliveriesKeptDays = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= CampaignOptions.MinKeptDays and <= CampaignOptions.MaxKeptDays
                ? days
                : throw new OptionsValidationException(Options.DefaultName, typeof(CampaignOptions), [$"{Days} must be a whole number from {CampaignOptions.MinKeptDays} to {CampaignOptions.MaxKeptDays}; it is '{number}'."]);
        }

        const string Key = CampaignOptions.Section + ":" + nameof(CampaignOptions.ApprovalFromCommandLine);
        if (configuration[Key] is { } text)
        {
            options.ApprovalFromCommandLine = bool.TryParse(text, out var allowed)
                ? allowed
                : throw new OptionsValidationException(Options.DefaultName, typeof(CampaignOptions), [$"{Key} must be true or false; it is '{text}'."]);
        }
    }
}
