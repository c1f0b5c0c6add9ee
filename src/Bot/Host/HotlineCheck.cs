using Microsoft.Extensions.Options;
using Outreach.Bot.CommandLine;
using Outreach.Content.Store;

namespace Outreach.Bot.Host;

/// <summary>Refuses a start whose <c>Organisation:Hotline</c> is no verified number: it is what people get where nothing else helps.</summary>
internal sealed class HotlineCheck(ContentStore content, IOptions<OrganisationOptions> options) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var hotlines = content.Current.Hotlines;
        return hotlines.Count == 0 || hotlines.ContainsKey(options.Value.Hotline)
            ? Task.CompletedTask
            : throw new WrongUseException(
                $"Organisation:Hotline must be the id of a verified row of hotlines.yml ({string.Join(", ", hotlines.Keys)}); it is '{options.Value.Hotline}'.");
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
