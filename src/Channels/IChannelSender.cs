namespace Outreach.Channels;

/// <summary>Sends on one channel.</summary>
public interface IChannelSender
{
    /// <summary>The channel's name, as in <see cref="ChannelAddress.Channel"/>.</summary>
    string Channel { get; }

    /// <summary>Renders and sends all parts in order. Never throws for what a channel or a network can cause.</summary>
    Task<SendOutcome> SendAsync(ChannelAddress address, Reply reply, SendPriority priority, CancellationToken cancellationToken);

    /// <summary>How long after it was sent a message can still be deleted; zero where none can.</summary>
    TimeSpan DeletableFor { get; }

    /// <summary>Deletes messages of one conversation, theirs and ours: for somebody who wants nothing left to be seen on their phone.</summary>
    Task<DeleteOutcome> DeleteAsync(ChannelAddress address, IReadOnlyList<string> messageIds, CancellationToken cancellationToken);
}
