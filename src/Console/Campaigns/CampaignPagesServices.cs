using Microsoft.Extensions.DependencyInjection;

namespace Outreach.Staff.Campaigns;

internal static class CampaignPagesServices
{
    public static IServiceCollection AddCampaignPages(this IServiceCollection services)
    {
        services.AddSingleton<BroadcastWatch>();
        services.AddSingleton<AudienceCounts>();
        services.AddScoped<CampaignWords>();
        services.AddScoped<PlanReader>();
        services.AddScoped<BroadcastResults>();
        services.AddScoped<CampaignHistory>();
        services.AddScoped<SendCalendar>();
        services.AddScoped<SubscriberFigures>();
        return services;
    }
}
