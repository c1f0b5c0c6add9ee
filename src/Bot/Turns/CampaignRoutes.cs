using Outreach.Scheduler.Campaigns;
using Outreach.Scheduler.Delivery;
using Outreach.Storage.Turns;

namespace Outreach.Bot.Turns;

/// <summary>What the buttons under a broadcast lead to. Presses are counted for each button, never for a person.</summary>
internal static class CampaignRoutes
{
    /// <summary>Counter of presses; its topic is the button's <see cref="BroadcastTag"/>.</summary>
    public const string Tap = "tap";

    public static Decision Pressed(TurnContext turn, BroadcastTag tag)
    {
        if (turn.Sent is not { } message)
        {
            return CommandRoutes.Run(turn, Command.Menu);
        }

        var counted = new CounterName(Tap, tag.ToString());
        if (tag.IsChoice)
        {
            return Chosen(turn, message.In(turn.Language), tag.Number, counted);
        }

        if (tag.Number > message.Buttons.Count)
        {
            return CommandRoutes.Run(turn, Command.Menu);
        }

        var opened = AnswerRoutes.Open(turn, message.Buttons[tag.Number - 1]);
        return opened with { Counters = [.. opened.Counters, counted] };
    }

    private static Decision Chosen(TurnContext turn, MessageText text, int choice, CounterName counted)
    {
        if (text.Quiz is not { } quiz || choice > quiz.Choices.Count)
        {
            return CommandRoutes.Run(turn, Command.Menu);
        }

        var isRight = choice - 1 == quiz.Right;
        return turn.Decide(DecisionKind.Command, ["quiz"], Screens.Quiz(turn, quiz, isRight), counted);
    }
}
