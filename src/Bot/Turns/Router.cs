using Outreach.Bot.Help;
using Outreach.Bot.Preferences;
using Outreach.Channels;
using Outreach.Storage.Turns;

namespace Outreach.Bot.Turns;

/// <summary>Decides what to say: a button or an exact command, else the open question, else an answer. No I/O, no clock.</summary>
internal static class Router
{
    public static Decision Route(TurnContext turn, CommandWords words) => turn.Activity.Kind switch
    {
        ActivityKind.Joined => CommandRoutes.Run(turn, Command.Start),
        ActivityKind.Left => Decision.Silent(turn.Language) with { Effect = TurnEffect.Stop, Counters = [new CounterName("left", "")] },
        ActivityKind.Unreadable when turn.InGroup => Decision.Silent(turn.Language),
        ActivityKind.Unreadable => turn.Decide(
            DecisionKind.Command, ["unreadable"], Screens.Say(turn, "unreadable.text"), new CounterName("unreadable", "")),
        _ => Said(turn, words),
    };

    private static Decision Said(TurnContext turn, CommandWords words)
    {
        if (ButtonValue.Parse(turn.Text) is { } pressed)
        {
            return Pressed(turn, pressed);
        }

        if (words.Command(turn.Text) is { } command)
        {
            return CommandRoutes.Run(turn, command);
        }

        if (PreferenceRoutes.Code(turn) is { } link)
        {
            return link;
        }

        if (ReceiptText.IsMeant(turn.Text))
        {
            return turn.Decide(DecisionKind.Command, ["request"], Screens.Note(turn, "help.where")); // never searched
        }

        if (TypedText.Digit(turn.Text) is { } digit)
        {
            return Numbered(turn, digit);
        }

        if (turn.Memory.Dialog != DialogStep.None && DialogRoutes.Said(turn, words.Word(turn.Text)) is { } said)
        {
            return said;
        }

        return SmallTalk(turn, words) ?? AnswerRoutes.Ask(turn);
    }

    public static Decision Pressed(TurnContext turn, ButtonValue pressed) => pressed switch
    {
        ButtonValue.Answer answer => AnswerRoutes.Open(turn, answer.Id),
        ButtonValue.More more => AnswerRoutes.More(turn, more.Id),
        ButtonValue.Topic topic => CommandRoutes.OpenTopic(turn, topic.Id, topic.Page),
        ButtonValue.Language language => CommandRoutes.ChangeLanguage(turn, language.Code, language.AnswerId),
        ButtonValue.Helpful helpful => AnswerRoutes.Judged(turn, helpful.AnswerId, helpful.Good),
        ButtonValue.NoneOfThese => AnswerRoutes.NoneOfThese(turn),
        ButtonValue.Yes yes => DialogRoutes.Pressed(turn, yes.To, DialogInput.Yes),
        ButtonValue.No no => DialogRoutes.Pressed(turn, no.To, DialogInput.No),
        ButtonValue.Preference preference => PreferenceRoutes.Pressed(turn, preference.Word, preference.Detail),
        ButtonValue.Broadcast broadcast => CampaignRoutes.Pressed(turn, broadcast.Tag),
        ButtonValue.Run run => CommandRoutes.Run(turn, run.Command),
        _ => CommandRoutes.Run(turn, Command.Menu),
    };

    /// <summary>A digit picks from what was shown last. It is never a question, and is never kept.</summary>
    private static Decision Numbered(TurnContext turn, int digit)
    {
        if (digit >= 1 && digit <= turn.Memory.Options.Count && ButtonValue.Parse(turn.Memory.Options[digit - 1]) is { } picked)
        {
            return Pressed(turn, picked);
        }

        return turn.InGroup ? Decision.Silent(turn.Language) : turn.Decide(DecisionKind.Command, ["menu"], Screens.Say(turn, "digit.unknown"));
    }

    private static Decision? SmallTalk(TurnContext turn, CommandWords words)
    {
        if (turn.InGroup)
        {
            return TypedText.SaysNothing(turn.Text) || words.Word(turn.Text) is not null ? Decision.Silent(turn.Language) : null;
        }

        if (TypedText.SaysNothing(turn.Text))
        {
            return turn.Decide(DecisionKind.Command, ["small-talk"], Screens.Say(turn, turn.Text.Length == 0 ? "small.empty" : "small.emoji"));
        }

        return words.Word(turn.Text) switch
        {
            "greeting" when turn.IsNew => turn.Decide(DecisionKind.Command, ["start"], Screens.Welcome(turn)),
            "greeting" => turn.Decide(DecisionKind.Command, ["small-talk"], Screens.Say(turn, "small.greeting")),
            "insult" => turn.Decide(DecisionKind.Command, ["small-talk"], Screens.Say(turn, "small.insult")),
            "thanks" => turn.Decide(DecisionKind.Command, ["small-talk"], Screens.Note(turn, "small.thanks")),
            "bye" => turn.Decide(DecisionKind.Command, ["small-talk"], Screens.Note(turn, "small.bye")),
            "yes" or "no" => turn.Decide(DecisionKind.Command, ["small-talk"], Screens.Say(turn, "small.yes-no")),
            _ => null,
        };
    }
}
