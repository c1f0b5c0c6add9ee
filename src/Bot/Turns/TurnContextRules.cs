using Outreach.Storage.Turns;

namespace Outreach.Bot.Turns;

/// <summary>How a decision is put together for a turn.</summary>
internal static class TurnContextRules
{
    public static bool HasPage(this TurnContext turn, string id) => turn.Content.Languages.Values.Any(local => local.Pages.ContainsKey(id));

    /// <summary>A decision with one message. The dialog is closed and the options are those of the message.</summary>
    public static Decision Decide(
        this TurnContext turn, DecisionKind kind, IReadOnlyList<string> ids, ReplyPlan plan, params CounterName[] counters) => new()
        {
            Kind = kind,
            Ids = ids,
            Language = turn.Language,
            Plans = [plan],
            Memory = turn.Memory with { Dialog = DialogStep.None, Options = [.. plan.Buttons.Select(button => button.Value)] },
            Counters = counters,
        };

    public static Decision Opening(this Decision decision, DialogStep dialog) =>
        decision with { Memory = (decision.Memory ?? TurnMemory.New) with { Dialog = dialog } };
}
