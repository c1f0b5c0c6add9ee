namespace Outreach.Channels;

/// <summary>A channel on which many can be written to unasked.</summary>
public interface IBroadcastSender
{
    /// <summary>The channel's name, as in <see cref="ChannelAddress.Channel"/>.</summary>
    string Channel { get; }

    /// <summary>Until when the channel asked to hear nothing; null when it did not.</summary>
    DateTimeOffset? StoppedUntil { get; }

    /// <summary>Completes when the channel does not ask for silence.</summary>
    Task WhenOpenAsync(CancellationToken cancellationToken);

    /// <summary>Waits for the slot that no reply wants, and sends there and then.</summary>
    /// <param name="mayCall">Asked at the last moment before the call.</param>
    /// <param name="giveUp">No more waiting for a slot; a call that has begun goes on.</param>
    /// <returns>Null when nothing was sent: it may not any more, or the channel asked for silence meanwhile.</returns>
    Task<SendOutcome?> SendToManyAsync(ChannelAddress address, Reply reply, Func<bool> mayCall, CancellationToken giveUp, CancellationToken cancellationToken);
}
