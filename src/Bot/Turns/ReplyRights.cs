using Outreach.Bot.Host;
using Outreach.Scheduler.Delivery;
using Outreach.Storage.Keys;

namespace Outreach.Bot.Turns;

/// <summary>Whether this node sends the stored replies of a channel. Where several nodes share a database one at a time does, as with broadcasts.</summary>
internal sealed class ReplyRights(IEnumerable<LeaseKeeper> keepers, IConfiguration configuration)
{
    private readonly LeaseKeeper? _leases = keepers.FirstOrDefault();

    /// <summary>Only they hear what is typed; a node without people of its own sends what others heard.</summary>
    public bool HearsPeople { get; } = NodeRolesText.Parse(configuration["Roles"]).HasFlag(NodeRoles.Public);

    /// <summary>Whether a lease parts the channel among nodes.</summary>
    public bool IsLeased(string channel) => channel == ConfiguredChannels.Telegram && _leases is { IsNeeded: true };

    public bool MaySend(string channel) => !IsLeased(channel) || _leases!.IsHeld(channel);

    /// <summary>Waits until this node may send on a channel.</summary>
    public Task WhenMaySendAsync(string channel, CancellationToken cancellationToken) =>
        IsLeased(channel) ? _leases!.WhenHeldAsync(channel, cancellationToken) : Task.CompletedTask;
}
