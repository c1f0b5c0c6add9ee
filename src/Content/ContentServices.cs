using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Outreach.Content.Store;

namespace Outreach.Content;

/// <summary>Puts the content room into a host.</summary>
public static class ContentServices
{
    /// <summary>The <see cref="ContentStore"/>, read when first asked for, and watched while the host runs.</summary>
    public static IServiceCollection AddContent(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<ContentOptions, ContentOptionsValidator>()
            .BindConfiguration(ContentOptions.Section)
            .Configure<IConfiguration>((options, configuration) =>
            {
                options.Organisation = configuration["Organisation:Name"] ?? options.Organisation;
                options.TimeZone = configuration["Organisation:TimeZone"] ?? options.TimeZone;
            });
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ContentStore>();
        services.AddHostedService<ContentWatcher>();
        return services;
    }
}
