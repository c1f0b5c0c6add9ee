using Microsoft.Extensions.Options;
using Outreach.Bot.Host;
using Outreach.Bot.Turns;
using Outreach.Cases.Delivery;
using Outreach.Cases.Requests;
using Outreach.Channels;
using Outreach.Channels.Transcripts;
using Outreach.Content.Store;

namespace Outreach.Bot.Help;

/// <summary>Carries answers of staff into chats as soon as they are let go. An address is lent for one sending and kept nowhere.</summary>
internal sealed class ReplyCarrier(
    ReplyDelivery delivery,
    IEnumerable<IChannelSender> senders,
    ContentStore content,
    IOptions<OrganisationOptions> organisation,
    TimeProvider time,
    IServiceProvider services,
    ILogger<ReplyCarrier> log) : BackgroundService
{
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, IChannelSender> _senders = senders.ToDictionary(sender => sender.Channel, StringComparer.Ordinal);

    /// <summary>Null where the node has no chats of its own.</summary>
    private readonly TranscriptStore? _transcripts = services.GetService<TranscriptStore>();

    private readonly ReplyRights _rights = services.GetRequiredService<ReplyRights>();

    /// <returns>How many were sent.</returns>
    public Task<int> CarryAsync(CancellationToken cancellationToken) => delivery.SendQueuedAsync(SendAsync, cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                // One node at a time, as all that is sent: a start takes up what was in doubt, which may be on its way elsewhere.
                await _rights.WhenMaySendAsync(ConfiguredChannels.Telegram, stoppingToken);
                await CarryAsync(stoppingToken);
                await delivery.WaitAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The edge of a background service: the answers stay queued.
                HelpLog.NotCarried(log, fault.GetType().Name);
                await Task.Delay(AfterFault, time, stoppingToken);
            }
        }
    }

    private async Task<DeliveryResult> SendAsync(CaseAddress to, string text, string language, CancellationToken cancellationToken)
    {
        var address = new ChannelAddress(to.Channel, to.Value);
        if (!_senders.TryGetValue(address.Channel, out var sender))
        {
            return DeliveryResult.Later; // the channel is off for now
        }

        if (address.Channel == "directline" && _transcripts?.Find(address) is null)
        {
            return DeliveryResult.Refused; // that chat was forgotten: nobody would ever read it there
        }

        var reply = HelpScreens.Answer(new HelpTexts(content.Current, language, content.Today, organisation.Value.Hotline), text);
        var outcome = await sender.SendAsync(address, reply, SendPriority.Reply, cancellationToken);
        if (outcome is SendOutcome.Moved moved)
        {
            outcome = await sender.SendAsync(moved.Address, reply, SendPriority.Reply, cancellationToken);
        }

        return outcome switch
        {
            SendOutcome.Sent => DeliveryResult.Sent,
            SendOutcome.Retry or SendOutcome.Refused { Failure: SendFailure.Unauthorized } => DeliveryResult.Later,
            _ => DeliveryResult.Refused,
        };
    }
}
