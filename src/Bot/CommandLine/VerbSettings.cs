using Microsoft.Extensions.Options;
using Outreach.Bot.Host;

namespace Outreach.Bot.CommandLine;

/// <summary>The configuration of a verb that runs without a host: the same sources in the same order.</summary>
internal static class VerbSettings
{
    public static IConfiguration Read(Invocation call)
    {
        var configuration = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .AddCommandLine([.. call.Settings])
            .Build();
        KnownSettings.Check(configuration, call.Settings);
        return configuration;
    }

    public static IOptions<OrganisationOptions> Organisation(IConfiguration configuration)
    {
        var options = configuration.GetSection(OrganisationOptions.Section).Get<OrganisationOptions>() ?? new OrganisationOptions();
        var result = new OrganisationOptionsValidator().Validate(null, options);
        return result.Failed ? throw new OptionsValidationException("", typeof(OrganisationOptions), result.Failures) : Options.Create(options);
    }
}
