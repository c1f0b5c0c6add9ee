namespace Outreach.Channels;

/// <summary>Sends on one channel.</summary>
public interface IChannelSender
{
    /// <summary>The channel's name, as in <see cref="ChannelAddress.Channel"/>.</summary>
    string Channel { get; }

    /// <summary>Renders and sends all parts in order. Never throws for what a channel or a network can cause.</summary>
    Task<SendOutcome> SendAsync(ChannelAddress address, Reply reply, SendPriority priority, CancellationToken cancellationToken);
}
