using Outreach.Bot.Preferences;
using Outreach.Content;
using Outreach.Content.Search;
using Outreach.Storage.Turns;

namespace Outreach.Bot.Turns;

/// <summary>Decides what one turn comes to: what goes before every question, then the question itself. Writes and sends nothing.</summary>
internal sealed class TurnMiddleware
{
    private readonly ILogger _log;
    private readonly Func<TurnContext, Decision> _decide;

    public TurnMiddleware(ILogger log) => (_log, _decide) = (log, Chain(Order));

    /// <summary>
    /// The order of the middleware, in the one place where it is written. "Seen before" comes ahead of all of these,
    /// from memory, and the commit has the last word on it.
    /// </summary>
    private TurnStep[] Order => [TooFast, StopWords, Crisis, Language, Errors];

    /// <summary>The same for a question out of any conversation: nobody to slow down, and a fault is the caller's to see.</summary>
    private static readonly TurnStep[] OrderForOne = [StopWords, Crisis, Language];

    private delegate Decision TurnStep(TurnContext turn, Func<TurnContext, Decision> next);

    public Decision Decide(TurnContext turn) => _decide(turn);

    /// <summary>What the bot would say to one text, with nothing remembered and nothing written.</summary>
    public static Decision DecideOne(TurnContext turn) => Chain(OrderForOne)(turn);

    /// <summary>The language remembered or chosen; for somebody new the channel's hint, unless what they type tells another.</summary>
    public static TurnContext Spoken(TurnContext turn) =>
        !turn.KnowsLanguage && turn.Activity.LanguageHint is { } hint && !hint.StartsWith(Languages.Vietnamese, StringComparison.OrdinalIgnoreCase)
        && (ButtonValue.Parse(turn.Text) is not null || LanguageGuess.Of(turn.Text) != Languages.Vietnamese)
            ? turn with { Language = Languages.English }
            : turn;

    private static Func<TurnContext, Decision> Chain(TurnStep[] order)
    {
        Func<TurnContext, Decision> last = turn => Router.Route(turn, CommandWords.In(turn.Content));
        return order.Reverse().Aggregate(last, (next, step) => turn => step(turn, next));
    }

    /// <summary>Over the limit only what must never wait goes through: stopping, and danger.</summary>
    private Decision TooFast(TurnContext turn, Func<TurnContext, Decision> next) => turn.Pace switch
    {
        Pace.Fine => next(turn),
        _ when Urgent(turn) is { } urgent => urgent,
        Pace.TooFast => Unheard(turn) with { Kind = DecisionKind.Command, Ids = ["too-fast"], Plans = [Screens.Note(turn, "too-fast.text")] },
        _ => Unheard(turn),
    };

    /// <summary>An open question is closed: what was said to it meanwhile was not heard.</summary>
    private static Decision Unheard(TurnContext turn) => Decision.Silent(turn.Language) with { Memory = turn.Memory.WithoutDialog() };

    private static Decision StopWords(TurnContext turn, Func<TurnContext, Decision> next) => Stopped(turn) ?? next(turn);

    private static Decision Crisis(TurnContext turn, Func<TurnContext, Decision> next) => CrisisRoutes.Find(Spoken(turn)) ?? next(turn);

    private static Decision Language(TurnContext turn, Func<TurnContext, Decision> next) => next(Spoken(turn));

    private Decision Errors(TurnContext turn, Func<TurnContext, Decision> next)
    {
        try
        {
            return next(turn);
        }
        catch (Exception fault)
        {
            TurnLog.TurnFault(_log, turn.Activity.Address.Channel, fault.GetType().Name);
            return turn.Decide(DecisionKind.None, ["error"], Screens.Sorry(turn), new CounterName("fault", ""));
        }
    }

    private static Decision? Urgent(TurnContext turn) => Stopped(turn) ?? CrisisRoutes.Find(Spoken(turn));

    /// <summary>Everything, or one topic.</summary>
    private static Decision? Stopped(TurnContext turn) =>
        CommandWords.In(turn.Content).Command(turn.Text) == Command.Stop ? CommandRoutes.Stop(Spoken(turn)) : PreferenceRoutes.Left(Spoken(turn));
}
