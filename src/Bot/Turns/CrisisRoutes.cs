using Outreach.Content;
using Outreach.Content.Search;
using Outreach.Storage.Turns;

namespace Outreach.Bot.Turns;

/// <summary>Somebody in danger: the emergency card first, before anything else.</summary>
internal static class CrisisRoutes
{
    /// <summary>Null when no word of danger is in it, and for a button.</summary>
    public static Danger? DangerIn(string text, ContentSnapshot content) =>
        text.Length > 0 && ButtonValue.Parse(text) is null && content.Crisis.Find(text, out var language) is { } kind ? new Danger(kind, language) : null;

    /// <summary>Null when the turn speaks of no danger. Nothing of it is remembered but a count.</summary>
    public static Decision? Find(TurnContext turn)
    {
        if (turn.Danger is not var (kind, language))
        {
            return null;
        }

        // In the language of the words, whatever was chosen: nobody in danger shall have to read another.
        var spoken = turn with { Language = LanguageGuess.Of(turn.Text) ?? language };
        return new Decision
        {
            Kind = DecisionKind.Crisis,
            Ids = ["crisis:" + kind.Id],
            Language = spoken.Language,
            Stays = turn.Language,
            // Danger hides in questions, and some questions only sound like it: the answer is one tap away.
            Plans = [Screens.Emergency(spoken, kind.Id, kind.Page, AnswerRoutes.FindSure(spoken))],
            Memory = turn.Memory.WithoutDialog(),
            Counters = [new CounterName("crisis", kind.Id)],
        };
    }
}
