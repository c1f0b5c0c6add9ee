namespace Outreach.Channels;

/// <summary>A channel on which many can be written to unasked, and on which one node at a time sends.</summary>
public interface IBroadcastSender
{
    /// <summary>The channel's name, as in <see cref="ChannelAddress.Channel"/>.</summary>
    string Channel { get; }

    /// <summary>Until when the channel asked to hear nothing; null when it did not.</summary>
    DateTimeOffset? StoppedUntil { get; }

    /// <summary>Says nothing for so long: the channel told another sender of this token. A longer silence that is kept already stays.</summary>
    void KeepSilent(TimeSpan silence);

    /// <summary>Completes when the channel does not ask for silence.</summary>
    Task WhenOpenAsync(CancellationToken cancellationToken);

    /// <summary>Waits for a slot, and sends there and then if it still may. A broadcast does not wait through a silence that the channel asks for.</summary>
    /// <param name="mayCall">Asked at the last moment before the call.</param>
    /// <param name="giveUp">No more waiting for a slot; a call that has begun goes on.</param>
    /// <returns>Null when nothing was sent: it may not any more, or (a broadcast) the channel asked for silence meanwhile.</returns>
    Task<SendOutcome?> TrySendAsync(
        ChannelAddress address, Reply reply, SendPriority priority, Func<bool> mayCall, CancellationToken giveUp, CancellationToken cancellationToken);
}
