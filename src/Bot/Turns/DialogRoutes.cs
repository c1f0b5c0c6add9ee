using Outreach.Bot.Preferences;
using Outreach.Storage.Turns;

namespace Outreach.Bot.Turns;

/// <summary>Yes and no to the question that is open.</summary>
internal static class DialogRoutes
{
    /// <summary>Null when it was no answer: the question is closed and the text handled as any other.</summary>
    public static Decision? Said(TurnContext turn, string? word) => word switch
    {
        _ when turn.Memory.Dialog is DialogStep.Hours or DialogStep.Place => PreferenceRoutes.Said(turn, word),
        "yes" => Answered(turn, DialogInput.Yes),
        "no" => Answered(turn, DialogInput.No),
        _ => null,
    };

    /// <summary>A button answers the question it stood under and no other: an old "yes" to deleting must not subscribe anybody.</summary>
    public static Decision Pressed(TurnContext turn, DialogStep to, DialogInput input) =>
        Outcome(turn, to == turn.Memory.Dialog ? DialogRules.Next(to, input) : DialogOutcome.Expired);

    private static Decision Answered(TurnContext turn, DialogInput input) => Outcome(turn, DialogRules.Next(turn.Memory.Dialog, input));

    private static Decision Outcome(TurnContext turn, DialogOutcome outcome) => outcome switch
    {
        DialogOutcome.Subscribed => turn.Decide(DecisionKind.Command, ["subscribe"], Screens.Subscribed(turn, "consent.yes"), new CounterName("subscribed", ""))
            with
        { Effect = TurnEffect.Subscribe },
        DialogOutcome.Declined => turn.Decide(DecisionKind.Command, ["subscribe"], Screens.Note(turn, "consent.no")),
        DialogOutcome.Forgotten => turn.Decide(DecisionKind.Command, ["forget"], Screens.Note(turn, "forget.done"), new CounterName("forgotten", ""))
            with
        { Effect = TurnEffect.Forget, Memory = null },
        DialogOutcome.Kept => turn.Decide(DecisionKind.Command, ["forget"], Screens.Note(turn, "forget.kept")),
        _ => turn.Decide(DecisionKind.Command, ["expired"], Screens.Say(turn, "dialog.expired")),
    };

    /// <summary>Asks for consent with its own wording, for this one purpose; asked by the bot itself no second time.</summary>
    public static Decision AskConsent(TurnContext turn, CounterName? counter, params PlanPart[] before)
    {
        if (turn.IsSubscribed)
        {
            return Subscribed(turn, counter);
        }

        var decision = turn.Decide(
            DecisionKind.Command, ["subscribe"], Screens.ConsentQuestion(turn, before), counter is { } name ? [name] : []).Opening(DialogStep.Consent);
        return decision with { Memory = decision.Memory! with { AskedConsent = true } };
    }

    /// <summary>Asked again, who agreed before might think that it had not counted; after a good answer nothing is said of it.</summary>
    private static Decision Subscribed(TurnContext turn, CounterName? counter) => counter is { } name
        ? turn.Decide(DecisionKind.Command, ["helpful"], Screens.Note(turn, "helpful.yes"), name)
        : turn.Decide(DecisionKind.Command, ["subscribe"], Screens.Subscribed(turn, "consent.already"));
}
