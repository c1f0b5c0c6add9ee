using Microsoft.Extensions.Options;
using Outreach.Content.Store;

namespace Outreach.Bot.Host;

/// <summary>The host before any room is in it: where files are, what configures it, what it may log, where it listens.</summary>
internal static class HouseHost
{
    /// <param name="settings"><c>--Key:Sub=value</c>.</param>
    /// <exception cref="CommandLine.WrongUseException">A setting is unknown or out of its bounds.</exception>
    public static WebApplicationBuilder Create(IReadOnlyList<string> settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [.. settings],
            ApplicationName = typeof(HouseHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        KnownSettings.Check(builder.Configuration, settings);
        _ = ConfiguredChannels.HasWebChat(builder.Configuration);
        LogRules.Apply(builder);
        builder.WebHost.UseStaticWebAssets();
        Listeners.Read(builder.Configuration).Open(builder);
        builder.Services.AddSingleton<MatcherPolicy, ListenerPolicy>();
        builder.Services.AddOptionsWithValidateOnStart<OrganisationOptions, OrganisationOptionsValidator>().BindConfiguration(OrganisationOptions.Section);
        builder.Services.AddOptions<ContentOptions>().PostConfigure<IOptions<OrganisationOptions>, IConfiguration>((content, organisation, configuration) =>
        {
            content.Organisation = organisation.Value.Name;
            content.LastGoodPath ??= Path.Combine(configuration["Storage:Directory"] ?? "data", "content-last-good");
        });
        builder.Services.AddHostedService<HotlineCheck>();
        return builder;
    }
}
