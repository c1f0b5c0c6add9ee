using Outreach.Storage.Turns;

namespace Outreach.Bot.Turns;

/// <summary>Yes and no to the question that is open.</summary>
internal static class DialogRoutes
{
    /// <summary>Null when it was no answer: the question is closed and the text handled as any other.</summary>
    public static Decision? Said(TurnContext turn, string? word) => word switch
    {
        "yes" => Answered(turn, DialogInput.Yes),
        "no" => Answered(turn, DialogInput.No),
        _ => null,
    };

    public static Decision Answered(TurnContext turn, DialogInput input) => DialogRules.Next(turn.Memory.Dialog, input) switch
    {
        DialogOutcome.Subscribed => turn.Decide(DecisionKind.Command, ["subscribe"], Screens.Note(turn, "consent.yes"), new CounterName("subscribed", ""))
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
        var decision = turn.Decide(
            DecisionKind.Command, ["subscribe"], Screens.ConsentQuestion(turn, before), counter is { } name ? [name] : []).Opening(DialogStep.Consent);
        return decision with { Memory = decision.Memory! with { AskedConsent = true } };
    }
}
