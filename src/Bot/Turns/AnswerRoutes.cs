using Outreach.Content.Answers;
using Outreach.Content.Search;
using Outreach.Storage.Turns;

namespace Outreach.Bot.Turns;

/// <summary>Questions and what follows an answer.</summary>
internal static class AnswerRoutes
{
    private const int MaxSuggestions = 3;

    /// <summary>Answered in the language it was found in, which need not be the conversation's.</summary>
    public static Decision Ask(TurnContext turn)
    {
        var (language, found) = turn.Content.Find(turn.Text, turn.Language);
        return language == turn.Language
            ? Found(turn, found)
            : Found(turn with { Language = language }, found) with { Stays = turn.Memory.LanguageChosen ? turn.Language : null };
    }

    /// <summary>Id of the answer it would give without hesitating; null when it would ask back, or knows none.</summary>
    public static string? FindSure(TurnContext turn) =>
        turn.Content.Find(turn.Text, turn.Language).Result is { Band: SearchBand.Answer, Hits: [var best, ..] }
            && Find(turn, best.Id) is { } answer && turn.Content.MayServe(answer, turn.Day)
            ? best.Id
            : null;

    public static Decision Open(TurnContext turn, string id)
    {
        if (Find(turn, id) is not { } answer)
        {
            return turn.Decide(DecisionKind.None, [], Screens.Withheld(turn, id));
        }

        return turn.Content.MayServe(answer, turn.Day)
            ? turn.Decide(DecisionKind.Answer, [id], Screens.Answer(turn, answer), new CounterName("answered", id))
            : turn.Decide(DecisionKind.None, [id], Screens.Withheld(turn, id), new CounterName("withheld", id));
    }

    public static Decision More(TurnContext turn, string id) => Find(turn, id) is { Sections.Count: > 0 } answer && turn.Content.MayServe(answer, turn.Day)
        ? turn.Decide(DecisionKind.Answer, [id], Screens.More(turn, answer), new CounterName("more", id))
        : Open(turn, id);

    public static Decision Judged(TurnContext turn, string id, bool yes)
    {
        if (Find(turn, id) is not { } answer)
        {
            return turn.Decide(DecisionKind.Command, ["helpful"], Screens.Note(turn, "helpful.yes"));
        }

        if (!yes)
        {
            return turn.Decide(DecisionKind.Command, ["helpful"], Screens.NotHelpful(turn, answer), new CounterName("not-helpful", id))
                with
            { Unanswered = "not-helpful" };
        }

        var counter = new CounterName("helpful", id);
        return turn.CanSubscribe && !turn.Memory.AskedConsent
            ? DialogRoutes.AskConsent(turn, counter, new PlanPart.Phrase("helpful.yes"))
            : turn.Decide(DecisionKind.Command, ["helpful"], Screens.Note(turn, "helpful.yes"), counter);
    }

    public static Decision NoneOfThese(TurnContext turn) =>
        turn.Decide(DecisionKind.None, [], Screens.None(turn), new CounterName("unanswered", "")) with { Unanswered = "none-of-these", Confidence = 0 };

    private static Decision Found(TurnContext turn, SearchResult found)
    {
        IReadOnlyList<string> ids = [.. found.Hits.Take(MaxSuggestions).Select(hit => hit.Id)];
        var decision = found.Band switch
        {
            SearchBand.Answer when Find(turn, ids[0]) is { } answer => Sure(turn, answer, ids),
            SearchBand.None => Unknown(turn),
            _ => Unsure(turn, ids),
        };
        return decision with { Confidence = found.Confidence };
    }

    private static Decision Sure(TurnContext turn, Answer answer, IReadOnlyList<string> ids) => turn.Content.MayServe(answer, turn.Day)
        ? turn.Decide(DecisionKind.Answer, ids, Screens.Answer(turn, answer), new CounterName("answered", answer.Id))
        : turn.Decide(DecisionKind.None, [], Screens.Withheld(turn, answer.Id), new CounterName("withheld", answer.Id));

    private static Decision Unsure(TurnContext turn, IReadOnlyList<string> ids)
    {
        IReadOnlyList<string> served = [.. ids.Where(id => Find(turn, id) is { } answer && turn.Content.MayServe(answer, turn.Day))];
        return served.Count == 0
            ? Unknown(turn)
            : turn.Decide(DecisionKind.Suggest, served, Screens.Suggest(turn, served), new CounterName("suggested", ""));
    }

    private static Decision Unknown(TurnContext turn) => turn.InGroup
        ? Decision.Silent(turn.Language) // others talk there, and not to us
        : turn.Decide(DecisionKind.None, [], Screens.None(turn), new CounterName("unanswered", "")) with { Unanswered = "low" };

    private static Answer? Find(TurnContext turn, string id) =>
        turn.Local.Answers.TryGetValue(id, out var answer)
        || turn.Content.In(Content.Languages.Other(turn.Language)).Answers.TryGetValue(id, out answer)
            ? answer
            : null;
}
