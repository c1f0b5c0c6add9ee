using Outreach.Bot.Turns;
using Outreach.Channels;

namespace Outreach.Bot.Help;

/// <summary>Help as the pipeline sees it: what to say, and the saying of it, which goes round the outbox.</summary>
internal sealed class HelpDesk(HelpRoad road, HelpDrafts drafts, ReplyDispatcher dispatcher, TimeProvider time)
{
    /// <summary>
    /// So long a turn waits to hear that what must arrive has arrived; then it goes on without. Never longer, and for nothing else: a channel
    /// paces a chat, and while a turn waits others do too, who came with it.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public Task<HelpAnswer> TakeAsync(TurnContext turn, CommandWords commands, HelpWords words, CancellationToken cancellationToken) =>
        road.TakeAsync(turn, commands, words, cancellationToken);

    public bool IsWaiting(ChannelAddress address) => road.IsWaiting(address);

    public async Task SayAsync(HelpAnswer answer, ChannelAddress address, bool inPlace, CancellationToken cancellationToken)
    {
        if (inPlace || answer.Replies.Count == 0)
        {
            return;
        }

        var sending = Task.WhenAll(answer.Replies.Select((reply, i) => dispatcher.Enqueue(
            HeldReply.Of(address, reply, time.GetUtcNow()) with { Taken = sent => Arrived(address, answer, sent, isLast: i == answer.Replies.Count - 1) })));
        if (!answer.MustArrive)
        {
            return;
        }

        try
        {
            await sending.WaitAsync(Patience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // It goes on; until it has arrived its code counts as not shown.
        }
    }

    private void Arrived(ChannelAddress address, HelpAnswer answer, SendOutcome.Sent sent, bool isLast)
    {
        if (answer.Draft is { } draft)
        {
            drafts.Change(address, draft, known => new HelpDraft(
                known.State with { CodeShown = known.State.CodeShown || (isLast && answer.MustArrive && known.State.Step == HelpStep.Confirm) },
                [.. known.Messages, .. sent.Earlier ?? [], sent.ExternalId]));
        }
    }
}
