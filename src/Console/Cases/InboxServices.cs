using Microsoft.Extensions.DependencyInjection;
using Outreach.Staff.Cases.Practice;
using Outreach.Staff.Figures;

namespace Outreach.Staff.Cases;

internal static class InboxServices
{
    public static IServiceCollection AddInbox(this IServiceCollection services)
    {
        services.AddSingleton<Lookers>();
        services.AddSingleton<StaffNames>();
        services.AddSingleton<PracticeSet>();
        services.AddSingleton<PracticeBook>();
        services.AddSingleton<DeskBook>();
        services.AddSingleton<CaseBooks>();
        services.AddSingleton<CaseFigures>();
        return services;
    }
}
