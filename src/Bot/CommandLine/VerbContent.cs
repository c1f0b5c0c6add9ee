using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Outreach.Bot.Host;
using Outreach.Content.Store;

namespace Outreach.Bot.CommandLine;

/// <summary>Opens the content for a verb that runs without a host: read once, nothing written.</summary>
internal static class VerbContent
{
    /// <exception cref="WrongUseException">There is no content there.</exception>
    public static ContentStore Open(Invocation call, IConfiguration configuration, OrganisationOptions organisation)
    {
        var options = new ContentOptions
        {
            Path = Folder(call, configuration),
            Organisation = organisation.Name,
            TimeZone = organisation.TimeZone,
        };
        var store = new ContentStore(Options.Create(options), TimeProvider.System, NullLogger<ContentStore>.Instance);
        return store.Status.State == ContentState.Missing
            ? throw new WrongUseException($"No content in '{ContentLocation.Resolve(options.Path)}'. Name its folder with --content or --Content:Path=.")
            : store;
    }

    public static string Folder(Invocation call, IConfiguration configuration) =>
        call.Option("content") ?? configuration["Content:Path"] ?? new ContentOptions().Path;
}
