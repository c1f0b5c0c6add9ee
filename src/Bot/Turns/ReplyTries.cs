using Outreach.Channels;
using Outreach.Content.Store;
using Outreach.Storage;
using Outreach.Storage.Subscribers;
using Outreach.Storage.Turns;

namespace Outreach.Bot.Turns;

/// <summary>Sends one reply, and again as <see cref="RetryRule"/> says.</summary>
internal sealed class ReplyTries(
    IEnumerable<IChannelSender> senders,
    ReplyComposer composer,
    ContentStore content,
    ISubscriberStore subscribers,
    ReplyRights rights,
    TimeProvider time,
    ILogger<ReplyDispatcher> log)
{
    private readonly Dictionary<string, IChannelSender> _senders = senders.ToDictionary(sender => sender.Channel, StringComparer.Ordinal);

    public bool Knows(string channel) => _senders.ContainsKey(channel);

    /// <returns>What became of it; null when sending it is another node's from now on.</returns>
    /// <exception cref="StoreUnavailableException">What the channel said of the person could not be written: it is to be asked again.</exception>
    public async Task<ReplyOutcome?> DeliverAsync(HeldReply reply, CancellationToken cancellationToken)
    {
        if (!_senders.TryGetValue(reply.Address.Channel, out var sender))
        {
            TurnLog.NoSender(log, reply.Address.Channel);
            return ReplyOutcome.Failed;
        }

        var address = reply.Address;
        var moved = false;
        for (var attempt = 1; ; attempt++)
        {
            // Composed anew for each try: the content may have been mended meanwhile.
            var composed = reply.Ready ?? composer.Compose(reply.Plan, content.Current, content.Today);
            composed = reply.Replaces is { } message ? composed with { Replaces = message } : composed;
            switch (await SendAsync(sender, address, composed, reply.OutboxId is not null, cancellationToken))
            {
                case null:
                    return null; // another node's from now on

                case SendOutcome.Sent sent:
                    reply.Taken?.Invoke(sent);
                    return ReplyOutcome.Sent;
                case SendOutcome.Retry retry when RetryRule.Next(retry, attempt, time.GetUtcNow() - reply.Since) is { } wait:
                    TurnLog.Retrying(log, address.Channel, retry.Failure, attempt, wait);
                    await Task.Delay(wait, time, cancellationToken);
                    break;
                case SendOutcome.Retry retry:
                    TurnLog.GivenUp(log, address.Channel, retry.Failure);
                    return ReplyOutcome.Failed;
                case SendOutcome.Moved to when !moved:
                    (address, moved) = (to.Address, true);
                    break;
                case SendOutcome.Moved:
                    TurnLog.GivenUp(log, address.Channel, SendFailure.UnknownAddress);
                    return ReplyOutcome.Failed;
                case SendOutcome.Refused refused:
                    TurnLog.GivenUp(log, address.Channel, refused.Failure);
                    return ReplyOutcome.Failed;
                case SendOutcome.Stopped:
                    await subscribers.StopAsync(address.Channel, address.Value, time.GetUtcNow(), Withdrawal.Blocked, cancellationToken);
                    return ReplyOutcome.Failed;
            }
        }
    }

    private async Task<SendOutcome?> SendAsync(IChannelSender sender, ChannelAddress address, Reply reply, bool isStored, CancellationToken cancellationToken) =>
        isStored && sender is IBroadcastSender leased && rights.IsLeased(sender.Channel)
            ? await leased.TrySendAsync(address, reply, SendPriority.Reply, () => rights.MaySend(sender.Channel), cancellationToken, cancellationToken)
            : await sender.SendAsync(address, reply, SendPriority.Reply, cancellationToken);
}
