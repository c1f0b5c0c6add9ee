using Outreach.Content.Answers;

namespace Outreach.Bot.Turns;

/// <summary>The screens of the bot as plans: what stands on each and which buttons are under it. Pure.</summary>
internal static class Screens
{
    public const int QuestionsPerPage = 8;
    public const int MaxRelated = 3;

    private static readonly PlanButton MenuButton = new(ButtonValue.For(Command.Menu), "button.menu");
    private static readonly PlanButton PersonButton = new(ButtonValue.For(Command.Person), "button.person");
    private static readonly PlanButton HotlineButton = new(ButtonValue.For(Command.Hotline), "button.hotline");

    /// <summary>First contact on one screen: who runs this, that it is a program, what is kept; then the menu.</summary>
    public static ReplyPlan Welcome(TurnContext turn) => turn.InGroup
        ? ReplyPlan.Of(turn.Language, new PlanPart.Phrase("group.welcome"))
        : WithMenu(turn, new PlanPart.Phrase("welcome.text"), new PlanPart.Phrase("menu.text"));

    public static ReplyPlan Menu(TurnContext turn) => WithMenu(turn, new PlanPart.Phrase("menu.text"));

    /// <summary>A short word, and the menu under it.</summary>
    public static ReplyPlan Say(TurnContext turn, string key) => WithMenu(turn, new PlanPart.Phrase(key));

    /// <summary>A short word with one way on.</summary>
    public static ReplyPlan Note(TurnContext turn, string key) => new()
    {
        Language = turn.Language,
        Parts = [new PlanPart.Phrase(key)],
        Buttons = turn.InGroup ? [] : [MenuButton],
    };

    /// <summary>A short word to a subscriber, with the way to choose what they get.</summary>
    public static ReplyPlan Subscribed(TurnContext turn, string key) => new()
    {
        Language = turn.Language,
        Parts = [new PlanPart.Phrase(key)],
        Buttons = [new PlanButton(ButtonValue.For(Command.Settings), "button.settings"), MenuButton],
    };

    /// <summary>What the question of a broadcast teaches, whatever was chosen.</summary>
    public static ReplyPlan Quiz(TurnContext turn, Quiz quiz, bool isRight) => new()
    {
        Language = turn.Language,
        Parts = isRight
            ? [new PlanPart.Phrase("quiz.right"), new PlanPart.Said(quiz.Explanation)]
            : [new PlanPart.Phrase("quiz.wrong"), new PlanPart.Said(quiz.Choices[quiz.Right]), new PlanPart.Said(quiz.Explanation)],
        Buttons = [MenuButton],
    };

    public static ReplyPlan Topic(TurnContext turn, string id, int page)
    {
        var questions = QuestionsOf(turn, id);
        var shown = questions.Skip(page * QuestionsPerPage).Take(QuestionsPerPage).ToList();
        if (shown.Count == 0)
        {
            return new ReplyPlan
            {
                Language = turn.Language,
                Parts = [new PlanPart.Phrase("topic.empty", id), new PlanPart.Hotline(turn.Content.Topics.First(t => t.Id == id).Hotline)],
                Buttons = [MenuButton],
            };
        }

        return new ReplyPlan
        {
            Language = turn.Language,
            Parts = [new PlanPart.Phrase("topic.text", id)],
            Buttons =
            [
                .. shown.Select(answer => new PlanButton(ButtonValue.ForAnswer(answer.Id))),
                .. questions.Count > (page + 1) * QuestionsPerPage ? [new PlanButton(ButtonValue.ForTopic(id, page + 1), "button.next")] : Array.Empty<PlanButton>(),
                MenuButton,
            ],
        };
    }

    public static ReplyPlan Answer(TurnContext turn, Answer answer) => new()
    {
        Language = turn.Language,
        Parts = turn.IsNew && !turn.InGroup
            ? [new PlanPart.Answer(answer.Id), new PlanPart.Phrase("welcome.line")]
            : [new PlanPart.Answer(answer.Id)],
        Buttons =
        [
            .. answer.Sections.Count > 0 ? [new PlanButton(ButtonValue.ForMore(answer.Id), "button.more")] : Array.Empty<PlanButton>(),
            .. Related(turn, answer),
            .. Afterwards(turn, answer),
        ],
    };

    public static ReplyPlan More(TurnContext turn, Answer answer) => new()
    {
        Language = turn.Language,
        Parts = [new PlanPart.More(answer.Id)],
        Buttons = [.. Related(turn, answer), .. Afterwards(turn, answer)],
    };

    /// <summary>It ran out by date, or is not in force yet: the composer says so and gives its number.</summary>
    public static ReplyPlan Withheld(TurnContext turn, string id) => new()
    {
        Language = turn.Language,
        Parts = [new PlanPart.Answer(id)],
        Buttons = turn.InGroup ? [] : [MenuButton],
    };

    public static ReplyPlan Suggest(TurnContext turn, IEnumerable<string> ids) => new()
    {
        Language = turn.Language,
        Parts = [new PlanPart.Phrase("suggest.text")],
        Buttons = [.. ids.Select(id => new PlanButton(ButtonValue.ForAnswer(id))), new PlanButton(ButtonValue.ForNoneOfThese, "button.none-of-these"), HotlineButton],
    };

    public static ReplyPlan None(TurnContext turn) => new()
    {
        Language = turn.Language,
        Parts = [new PlanPart.Phrase("none.text"), new PlanPart.Hotline(null), new PlanPart.Phrase("none.person")],
        Buttons = [PersonButton, MenuButton, HotlineButton],
    };

    public static ReplyPlan Hotlines(TurnContext turn) => new()
    {
        Language = turn.Language,
        Parts = [new PlanPart.Phrase("hotline.text"), new PlanPart.Hotlines()],
        Buttons = turn.InGroup ? [] : [MenuButton],
    };

    public static ReplyPlan Languages(TurnContext turn) => new()
    {
        Language = turn.Language,
        Parts = [new PlanPart.Phrase("language.text")],
        Buttons = [.. Content.Languages.All.Select(code => new PlanButton(ButtonValue.ForLanguage(code, null), "language." + code)), HotlineButton],
    };

    public static ReplyPlan ConsentQuestion(TurnContext turn, params PlanPart[] before) => new()
    {
        Language = turn.Language,
        Parts = [.. before, ConsentWording(turn), new PlanPart.Phrase("consent.ask")],
        Buttons = YesOrNo(DialogStep.Consent),
    };

    public static ReplyPlan ForgetQuestion(TurnContext turn) => new()
    {
        Language = turn.Language,
        Parts = [new PlanPart.Phrase("forget.ask")],
        Buttons = YesOrNo(DialogStep.Forget),
    };

    private static PlanButton[] YesOrNo(DialogStep to) =>
        [new(ButtonValue.ForYes(to), "button.yes"), new(ButtonValue.ForNo(to), "button.no"), HotlineButton];

    public static ReplyPlan Privacy(TurnContext turn) => new()
    {
        Language = turn.Language,
        Parts = [turn.HasPage(PageIds.Privacy) ? new PlanPart.Page(PageIds.Privacy) : new PlanPart.Phrase("privacy.text")],
        Buttons = turn.InGroup ? [] : [MenuButton],
    };

    public static ReplyPlan NotHelpful(TurnContext turn, Answer answer) => new()
    {
        Language = turn.Language,
        Parts = [new PlanPart.Phrase("helpful.no"), new PlanPart.Hotline(answer.Hotline)],
        Buttons = [.. Related(turn, answer), MenuButton],
    };

    /// <param name="alsoAsked">Id of the answer to what else the message asks, or null.</param>
    public static ReplyPlan Emergency(TurnContext turn, string kind, string page, string? alsoAsked) =>
        ReplyPlan.Of(turn.Language, new PlanPart.Emergency(kind, page)) with
        {
            Buttons = turn.InGroup ? []
                : alsoAsked is null ? [PersonButton]
                : [PersonButton, new PlanButton(ButtonValue.ForAnswer(alsoAsked))],
        };

    /// <summary>Something broke on our side.</summary>
    public static ReplyPlan Sorry(TurnContext turn) => ReplyPlan.Of(turn.Language, new PlanPart.Phrase("error.sorry"), new PlanPart.Hotline(null));

    /// <summary>Said after an answer while the database is down.</summary>
    public static ReplyPlan NothingKept(TurnContext turn) => ReplyPlan.Of(turn.Language, new PlanPart.Phrase("down.note"), new PlanPart.Hotline(null));

    /// <summary>Said instead of what cannot be done while the database is down.</summary>
    public static ReplyPlan NotNow(TurnContext turn) => ReplyPlan.Of(turn.Language, new PlanPart.Phrase("down.later"), new PlanPart.Hotline(null));

    /// <summary>Questions of a topic that may be served today, in the file's order.</summary>
    public static IReadOnlyList<Answer> QuestionsOf(TurnContext turn, string topic) =>
        [.. turn.Local.Answers.Values.Where(answer => answer.Topic == topic && turn.Content.MayServe(answer, turn.Day))];

    private static PlanPart ConsentWording(TurnContext turn) =>
        turn.HasPage(PageIds.Consent) ? new PlanPart.Page(PageIds.Consent) : new PlanPart.Phrase("consent.text");

    private static ReplyPlan WithMenu(TurnContext turn, params PlanPart[] parts) => new()
    {
        Language = turn.Language,
        Parts = parts,
        Buttons = turn.InGroup
            ? []
            :
            [
                .. turn.Content.Topics.Where(topic => QuestionsOf(turn, topic.Id).Count > 0).Select(topic => new PlanButton(ButtonValue.ForTopic(topic.Id, 0))),
                PersonButton,
                HotlineButton,
                LanguageButton(turn, null),
            ],
    };

    private static IEnumerable<PlanButton> Related(TurnContext turn, Answer answer) => answer.Related
        .Where(id => turn.Local.Answers.TryGetValue(id, out var related) && turn.Content.MayServe(related, turn.Day))
        .Take(MaxRelated)
        .Select(id => new PlanButton(ButtonValue.ForAnswer(id)));

    private static IEnumerable<PlanButton> Afterwards(TurnContext turn, Answer answer) => turn.InGroup
        ? []
        :
        [
            new PlanButton(ButtonValue.ForHelpful(answer.Id, true), "button.helpful"),
            new PlanButton(ButtonValue.ForHelpful(answer.Id, false), "button.not-helpful"),
            LanguageButton(turn, answer.Id),
            MenuButton,
        ];

    /// <summary>Its title is in the language it leads to: who needs it cannot read the other.</summary>
    private static PlanButton LanguageButton(TurnContext turn, string? answerId)
    {
        var other = Content.Languages.Other(turn.Language);
        return new PlanButton(ButtonValue.ForLanguage(other, answerId), "language." + other);
    }
}
