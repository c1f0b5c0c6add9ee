using Outreach.Bot.Preferences;
using Outreach.Storage.Turns;

namespace Outreach.Bot.Turns;

/// <summary>What is asked for by an exact word or a button.</summary>
internal static class CommandRoutes
{
    public static Decision Run(TurnContext turn, Command command)
    {
        var name = command.ToString().ToLowerInvariant();
        return command switch
        {
            Command.Start => Start(turn),
            Command.Menu => turn.Decide(DecisionKind.Command, [name], Screens.Menu(turn), new CounterName("menu", "")),
            Command.Help => turn.Decide(DecisionKind.Command, [name], Screens.Say(turn, "help.text")),
            Command.Hotline => turn.Decide(DecisionKind.Command, [name], Screens.Hotlines(turn), new CounterName("hotline", "")),
            Command.Language => turn.Decide(DecisionKind.Command, [name], Screens.Languages(turn)),
            Command.Privacy => turn.Decide(DecisionKind.Command, [name], Screens.Privacy(turn)),
            Command.Stop => Stop(turn),
            // Where there is a conversation these went to the dialog of help before.
            Command.Person or Command.Request when !turn.InGroup => turn.Decide(DecisionKind.Command, [name], Screens.Note(turn, "help.where")),
            _ when turn.InGroup => turn.Decide(DecisionKind.Command, [name], Screens.Note(turn, "group.private")),
            Command.Subscribe when !turn.CanSubscribe => turn.Decide(DecisionKind.Command, [name], Screens.Note(turn, "consent.not-here")),
            Command.Settings => PreferenceRoutes.Open(turn),
            Command.Subscribe => DialogRoutes.AskConsent(turn, null),
            Command.Forget => turn.Decide(DecisionKind.Command, [name], Screens.ForgetQuestion(turn)).Opening(DialogStep.Forget),
            _ => throw new InvalidOperationException($"The command {name} leads nowhere."),
        };
    }

    /// <summary>A deep link may carry the id of an answer or of a topic; anything else in it is passed over.</summary>
    private static Decision Start(TurnContext turn)
    {
        var payload = turn.Activity.StartPayload;
        if (payload is not null && ButtonValue.IsId(payload))
        {
            if (turn.Content.Languages.Values.Any(local => local.Answers.ContainsKey(payload)))
            {
                return AnswerRoutes.Open(turn, payload);
            }

            if (turn.Content.Topics.Any(topic => topic.Id == payload))
            {
                return OpenTopic(turn, payload, 0);
            }
        }

        return turn.Decide(DecisionKind.Command, ["start"], Screens.Welcome(turn), new CounterName("started", ""));
    }

    public static Decision OpenTopic(TurnContext turn, string id, int page) => turn.Content.Topics.Any(topic => topic.Id == id)
        ? turn.Decide(DecisionKind.Command, ["topic"], Screens.Topic(turn, id, page), new CounterName("topic", id))
        : Run(turn, Command.Menu);

    public static Decision ChangeLanguage(TurnContext turn, string code, string? answerId)
    {
        var changed = turn with { Language = code, Memory = turn.Memory with { LanguageChosen = true } };
        var decision = answerId is null
            ? changed.Decide(DecisionKind.Command, ["language"], Screens.Menu(changed))
            : AnswerRoutes.Open(changed, answerId);
        return decision with { Effect = TurnEffect.SetLanguage, TakesPlace = true };
    }

    /// <summary>Takes effect at once, whatever was open, and never takes help away.</summary>
    public static Decision Stop(TurnContext turn) =>
        turn.Decide(DecisionKind.Command, ["stop"], Screens.Note(turn, "stop.text"), new CounterName("stopped", "")) with { Effect = TurnEffect.Stop };
}
