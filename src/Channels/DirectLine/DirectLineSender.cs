using Outreach.Channels.Transcripts;

namespace Outreach.Channels.DirectLine;

/// <summary>Puts replies into the transcript, where clients look for them. A reply cannot replace another there: Web Chat shows no changes.</summary>
internal sealed class DirectLineSender(TranscriptStore transcripts) : IChannelSender
{
    public const string Name = "directline";

    public string Channel => Name;

    /// <summary>As long as a transcript lives.</summary>
    public TimeSpan DeletableFor => TranscriptStore.Lifetime;

    /// <summary>Out of our transcript; what a client has shown already it goes on showing.</summary>
    public Task<DeleteOutcome> DeleteAsync(ChannelAddress address, IReadOnlyList<string> messageIds, CancellationToken cancellationToken)
    {
        transcripts.Find(address)?.Remove([.. messageIds.Select(id => WireActivity.NumberIn(id, address.Value)).OfType<long>()]);
        return Task.FromResult<DeleteOutcome>(new DeleteOutcome.Gone());
    }

    public Task<SendOutcome> SendAsync(ChannelAddress address, Reply reply, SendPriority priority, CancellationToken cancellationToken)
    {
        var entry = transcripts.Open(address).Add((number, at, replyTo) => new TranscriptEntry
        {
            Number = number,
            At = at,
            Reply = reply,
            ReplyTo = replyTo,
            Wire = WireActivity.FromBot(reply, address.Value, number, at, replyTo),
        });
        return Task.FromResult<SendOutcome>(new SendOutcome.Sent(WireActivity.Id(address.Value, entry.Number)));
    }
}
