using System.Text.Json;
using Outreach.Channels;
using Outreach.Scheduler.Campaigns;
using Outreach.Scheduler.Delivery;
using Outreach.Storage;

namespace Outreach.Bot.Turns;

/// <summary>
/// Shows a campaign's message, as it will be sent, to whoever brings its ticket. Nothing of such a turn is written: no seen mark, no state, no
/// counter, no row of the outbox; so nobody can learn from the database in which chat staff tried it.
/// </summary>
internal sealed class TestRoad(TestSends tests, ReplyComposer composer, ReplyDispatcher dispatcher, TimeProvider time, ILogger<TestRoad> log)
{
    /// <returns>Null when the turn is about no test.</returns>
    public async Task<TurnReply?> TakeAsync(TurnContext turn, bool inPlace, CancellationToken cancellationToken)
    {
        if (turn.Pace != Pace.Fine || Read(turn) is not { } asked)
        {
            return null;
        }

        var (replies, shown) = await AnswerAsync(turn, asked, cancellationToken);
        if (inPlace)
        {
            await MarkAsync(shown);
            return new TurnReply(TurnReceipt.Stored, replies);
        }

        var arrived = false;
        var sending = Task.WhenAll(replies.Select((reply, i) => dispatcher.Enqueue(
            HeldReply.Of(turn.Activity.Address, reply, time.GetUtcNow()) with { Taken = _ => arrived = i == replies.Count - 1 })));
        dispatcher.Follow(MarkAfterAsync());
        return new TurnReply(TurnReceipt.Stored, []);

        async Task MarkAfterAsync()
        {
            await sending;
            await MarkAsync(arrived ? shown : null);
        }
    }

    private static Asked? Read(TurnContext turn)
    {
        if (ButtonValue.Parse(turn.Text) is ButtonValue.Test pressed)
        {
            return new Asked(pressed.Ticket, pressed);
        }

        var said = turn.Activity.StartPayload ?? turn.Text;
        return TestSends.IsTicket(said) ? new Asked(said, null) : null;
    }

    /// <returns>The replies and, where they are the message itself, the test.</returns>
    private async Task<(IReadOnlyList<Reply> Replies, TestMessage? Shown)> AnswerAsync(TurnContext turn, Asked asked, CancellationToken cancellationToken)
    {
        try
        {
            if (await tests.OpenAsync(asked.Ticket, cancellationToken) is not { } test)
            {
                return ([Over(turn)], null);
            }

            return asked.Pressed is { } pressed ? ([Answer(turn, test.Message, pressed)], null) : Show(turn, test, asked.Ticket);
        }
        catch (StoreUnavailableException)
        {
            return ([Compose(turn, Screens.NotNow(turn))], null);
        }
        catch (JsonException)
        {
            TurnLog.TurnFault(log, turn.Activity.Address.Channel, nameof(JsonException));
            return ([Compose(turn, Screens.Sorry(turn))], null);
        }
    }

    private (IReadOnlyList<Reply> Replies, TestMessage? Shown) Show(TurnContext turn, TestMessage test, string ticket) =>
        test.Message.Texts.Count > 0
        && BroadcastReply.Compose(test.Message, (number, isChoice) => ButtonValue.ForTest(ticket, number, isChoice), turn.Language, turn.Content, test.Day) is { } message
            ? ([Compose(turn, ReplyPlan.Of(turn.Language, new PlanPart.Phrase("test.line"))), message], test)
            : ([Compose(turn, ReplyPlan.Of(turn.Language, new PlanPart.Phrase("test.cannot")))], null);

    /// <summary>What the buttons of the broadcast will lead to.</summary>
    private Reply Answer(TurnContext turn, CampaignMessage message, ButtonValue.Test pressed)
    {
        if (pressed.IsChoice)
        {
            return message.Texts.Count > 0 && message.In(turn.Language).Quiz is { } quiz && pressed.Number <= quiz.Choices.Count
                && quiz.Right >= 0 && quiz.Right < quiz.Choices.Count
                    ? Compose(turn, Screens.Quiz(turn, quiz, pressed.Number - 1 == quiz.Right))
                    : Over(turn);
        }

        return pressed.Number <= message.Buttons.Count ? Compose(turn, AnswerRoutes.Open(turn, message.Buttons[pressed.Number - 1]).Plans[0]) : Over(turn);
    }

    /// <summary>Wrong, old, cancelled: the same words for all, so that guessing tells nothing.</summary>
    private Reply Over(TurnContext turn) => Compose(turn, Screens.Note(turn, "test.over"));

    private Reply Compose(TurnContext turn, ReplyPlan plan) => composer.Compose(plan, turn.Content, turn.Day);

    /// <summary>Not part of the turn: whoever tries a message has it, whether that can be noted or not.</summary>
    private async Task MarkAsync(TestMessage? shown)
    {
        if (shown is null)
        {
            return;
        }

        try
        {
            await tests.MarkAsync(shown, CancellationToken.None);
        }
        catch (Exception fault)
        {
            TurnLog.TestNotMarked(log, fault.GetType().Name);
        }
    }

    /// <param name="Pressed">A button under the message; null = the message itself is asked for.</param>
    private sealed record Asked(string Ticket, ButtonValue.Test? Pressed);
}
