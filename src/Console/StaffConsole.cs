using Microsoft.Extensions.DependencyInjection;

namespace Outreach.Staff;

/// <summary>The pages of staff. There are no accounts yet: the host opens them on this machine alone.</summary>
public static class StaffConsole
{
    /// <summary>The Razor area all its pages are in: by it the host knows which listener they belong to.</summary>
    public const string Area = "Staff";

    /// <param name="channels">Names of the channels that are configured.</param>
    public static IServiceCollection AddStaffConsole(this IServiceCollection services, IReadOnlyList<string> channels)
    {
        services.AddSingleton(new StaffFacts(channels));
        services.AddRazorPages().AddApplicationPart(typeof(StaffConsole).Assembly);
        return services;
    }
}
