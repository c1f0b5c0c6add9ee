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
        services.AddScoped<BroadcastComparison>();
        services.AddScoped<CampaignHistory>();
        services.AddScoped<SubscriberFigures>();
        return services;
    }
}
