namespace Outreach.Bot.Turns;

/// <summary>What is said while the database is down: danger is answered everywhere, all else where we are the channel ourselves.</summary>
internal static class WithoutStore
{
    /// <summary>Null = the channel shall bring it again.</summary>
    public static Decision? Of(TurnContext turn, Decision decision, bool inPlace)
    {
        if (decision.Kind == DecisionKind.Crisis)
        {
            return decision;
        }

        if (!inPlace && turn.Activity.Address.Channel is not ("directline" or "web" or "terminal"))
        {
            return null;
        }

        return decision.Effect is TurnEffect.None or TurnEffect.SetLanguage
            ? decision with { Plans = [.. decision.Plans, Screens.NothingKept(turn)] }
            : decision with { Plans = [Screens.NotNow(turn)] };
    }
}
