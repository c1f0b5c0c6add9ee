using Outreach.Content.Search;
using Outreach.Storage.Turns;

namespace Outreach.Bot.Turns;

/// <summary>Somebody in danger: the emergency card first, before anything else.</summary>
internal static class CrisisRoutes
{
    /// <summary>Null when no word of danger is in it. Nothing of the turn is remembered but a count.</summary>
    public static Decision? Find(TurnContext turn)
    {
        if (turn.Text.Length == 0 || ButtonValue.Parse(turn.Text) is not null || turn.Content.Crisis.Find(turn.Text, out var language) is not { } kind)
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
            Plans = [Screens.Emergency(spoken, kind.Id, kind.Page)],
            Memory = turn.Memory.WithoutDialog(),
            Counters = [new CounterName("crisis", kind.Id)],
        };
    }
}
