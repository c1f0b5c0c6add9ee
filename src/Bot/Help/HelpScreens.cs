using System.Globalization;
using Outreach.Bot.Turns;
using Outreach.Cases.Requests;
using Outreach.Channels;
using Outreach.Content.Blocks;
using Outreach.Storage.Cases;

namespace Outreach.Bot.Help;

/// <summary>What each step says in a chat and which buttons are under it. Pure.</summary>
internal static class HelpScreens
{
    /// <summary>As much of their own words as the last screen before sending shows again.</summary>
    private const int PreviewChars = 400;

    /// <param name="covers">The channel covers what must not be in a notification.</param>
    public static Reply Of(HelpState state, HelpTexts texts, PersonalWords find, bool covers) => new()
    {
        Language = texts.Language,
        Blocks = [.. Notice(state, texts), .. Body(state, texts, find, covers)],
        Covered = [.. Covered(state, texts)],
        Buttons = Buttons(state, texts),
    };

    /// <summary>Something said in between; the buttons of the step stay under it.</summary>
    public static Reply Aside(HelpState state, HelpTexts texts, IEnumerable<Block> blocks) => new()
    {
        Language = texts.Language,
        Blocks = [.. blocks],
        Buttons = Buttons(state, texts),
    };

    /// <summary>Saved. Repeats no code.</summary>
    /// <param name="deleted">Whether what was said before is gone from the chat; null where a channel cannot delete.</param>
    public static Reply Received(HelpState state, HelpTexts texts, string readers, bool? deleted) => new()
    {
        Language = texts.Language,
        Blocks =
        [
            texts.Strong("help.received"),
            texts.Say(state.Mode == AnswerMode.Chat ? "help.received.chat" : "help.received.code"),
            HelpTexts.Theirs(readers),
            .. state.InDanger ? [texts.Say("help.received.danger"), .. texts.EmergencyNumbers()] : Array.Empty<Block>(),
            .. Traces(deleted, texts),
        ],
        Buttons = [new Button(texts.Text("button.request"), ButtonValue.For(Command.Request)), Menu(texts)],
    };

    public static Reply Ended(HelpState state, HelpTexts texts, bool? deleted) => new()
    {
        Language = texts.Language,
        Blocks = [texts.Say($"help.{state.Step.ToString().ToLowerInvariant()}"), .. Traces(deleted, texts)],
        Buttons = [Hotline(texts), Menu(texts)],
    };

    /// <summary>A button or words for a draft that is not there: it ran out, or the service was started anew.</summary>
    public static Reply Gone(HelpTexts texts) => Note(texts, "help.gone");

    /// <summary>One word about help, with the ways on.</summary>
    public static Reply Note(HelpTexts texts, string key) => new()
    {
        Language = texts.Language,
        Blocks = [texts.Say(key)],
        Buttons =
        [
            new Button(texts.Text("button.person"), ButtonValue.For(Command.Person)),
            new Button(texts.Text("button.request"), ButtonValue.For(Command.Request)),
            Hotline(texts),
            Menu(texts),
        ],
    };

    /// <summary>They went to something else and the draft waits.</summary>
    public static Reply Parked(HelpTexts texts) => new()
    {
        Language = texts.Language,
        Blocks = [texts.Say("help.parked")],
        Buttons = [new Button(texts.Text("help.button.resume"), HelpButtons.Resume), new Button(texts.Text("help.button.cancel"), HelpButtons.Cancel)],
    };

    /// <summary>An answer of staff, into the chat.</summary>
    public static Reply Answer(HelpTexts texts, string text) => new()
    {
        Language = texts.Language,
        Blocks = [texts.Say("help.answer")],
        Covered = [HelpTexts.Theirs(text)],
        Buttons = [new Button(texts.Text("help.button.reply"), ButtonValue.For(Command.Request)), Hotline(texts)],
    };

    private static IEnumerable<Block> Notice(HelpState state, HelpTexts texts) => state.Notice switch
    {
        HelpNotice.None => [],
        HelpNotice.Noted => [texts.Say("help.notice.noted", ("count", Number(state.Words.Count)))],
        HelpNotice.TooLong => [texts.Say("help.notice.toolong", ("left", Number(Math.Max(0, HelpState.MaxTextChars - state.Text.Length))))],
        HelpNotice.CallFirst => [texts.Strong("help.notice.callfirst"), .. texts.EmergencyNumbers()],
        var notice => [texts.Say($"help.notice.{notice.ToString().ToLowerInvariant()}")],
    };

    private static IEnumerable<Block> Body(HelpState state, HelpTexts texts, PersonalWords find, bool covers) => state.Step switch
    {
        HelpStep.Danger => [texts.Strong("help.danger.call"), .. texts.EmergencyNumbers(), texts.Say("help.limit"), texts.Strong("help.danger.ask")],
        HelpStep.Consent => [.. texts.Page(HelpTexts.ConsentPage), texts.Strong("help.consent.ask")],
        HelpStep.Mode => [texts.Strong("help.mode.ask"), .. state.Modes.Select(mode => texts.Say(mode == AnswerMode.Chat ? "help.mode.chat" : "help.mode.receipt"))],
        HelpStep.Topic => [texts.Strong("help.topic.ask")],
        HelpStep.Words when state.Notice is HelpNotice.Noted or HelpNotice.TooLong => [],
        HelpStep.Words => [texts.Strong("help.words.ask"), texts.Say("help.words.how"), .. state.Words.Count > 0 ? [texts.Say("help.words.so-far", ("count", Number(state.Words.Count)))] : Array.Empty<Block>()],
        HelpStep.Review or HelpStep.MoreReview => [texts.Strong("help.review"), Found(find.In(state.Text)), texts.Say("help.review.ask")],
        HelpStep.Confirm =>
        [
            texts.Strong("help.confirm.not-sent"),
            texts.Say(state.Mode == AnswerMode.Chat ? "help.confirm.chat" : "help.confirm.code"),
            texts.Say("help.confirm.preview"),
            new Block.Quote([HelpTexts.Theirs(Preview(state.Text))]),
            texts.Say(covers ? "help.confirm.covered" : "help.confirm.shown"),
        ],
        HelpStep.Code => [texts.Strong("help.code.ask")],
        HelpStep.Open => Opened(state, texts),
        HelpStep.More when state.Notice is HelpNotice.Noted or HelpNotice.TooLong => [],
        HelpStep.More => [texts.Strong("help.more.ask"), texts.Say("help.words.how")],
        HelpStep.Erase => [texts.Strong("help.erase.ask")],
        _ => [],
    };

    private static IEnumerable<Block> Covered(HelpState state, HelpTexts texts) => state.Step switch
    {
        HelpStep.Confirm when state.Code is { } code => [new Block.Paragraph([new Inline.Strong([new Inline.Text(code.Grouped)])])],
        HelpStep.Open when state.Access is { } access => access.View.Messages.SelectMany(message => Message(message, texts)),
        _ => [],
    };

    private static IEnumerable<Block> Message(CaseMessage message, HelpTexts texts) =>
    [
        new Block.Paragraph([new Inline.Strong([new Inline.Text($"{texts.Author(message.Author)}, {texts.Date(message.On)}")])]),
        HelpTexts.Theirs(message.Text),
    ];

    private static IEnumerable<Block> Opened(HelpState state, HelpTexts texts) => state.Access?.View is { } view
        ? [
            texts.Strong("help.open", ("topic", texts.Topic(view.Topic))),
            texts.Say($"help.open.{view.State.ToString().ToLowerInvariant()}"),
            texts.Say("help.open.readers", ("count", Number(view.OpenedByStaff))),
        ]
        : [];

    private static IReadOnlyList<Button> Buttons(HelpState state, HelpTexts texts)
    {
        Button B(string key, string value) => new(texts.Text(key), value);
        Button[] back = [B("help.button.back", HelpButtons.Back), B("help.button.cancel", HelpButtons.Cancel), Hotline(texts)];
        return state.Step switch
        {
            HelpStep.Danger => [B("help.button.danger-yes", HelpButtons.ForYes(HelpStep.Danger)), B("help.button.danger-no", HelpButtons.ForNo(HelpStep.Danger)), B("help.button.cancel", HelpButtons.Cancel), Hotline(texts)],
            HelpStep.Consent => [B("help.button.agree", HelpButtons.ForYes(HelpStep.Consent)), B("help.button.decline", HelpButtons.ForNo(HelpStep.Consent)), B("help.button.back", HelpButtons.Back), Hotline(texts)],
            HelpStep.Mode => [.. state.Modes.Select(mode => mode == AnswerMode.Chat ? B("help.button.chat", HelpButtons.Chat) : B("help.button.receipt", HelpButtons.Receipt)), .. back],
            HelpStep.Topic => [.. texts.Topics.Select(id => new Button(texts.Topic(id), HelpButtons.ForTopic(id))), .. back],
            HelpStep.Words or HelpStep.More => [.. state.Words.Count > 0 ? [B("help.button.done", HelpButtons.Done), B("help.button.anew", HelpButtons.Edit)] : Array.Empty<Button>(), .. back],
            HelpStep.Review or HelpStep.MoreReview => [B("help.button.mask", HelpButtons.Mask), B("help.button.as-it-is", HelpButtons.SendAsItIs), B("help.button.edit", HelpButtons.Edit), .. back],
            HelpStep.Confirm => [B("help.button.send", HelpButtons.ForSend(state.Nonce)), B("help.button.edit", HelpButtons.Edit), .. back],
            HelpStep.Code => [B("help.button.leave", HelpButtons.Cancel), Hotline(texts)],
            HelpStep.Open =>
            [
                B("help.button.more", HelpButtons.More),
                B("help.button.erase", HelpButtons.Erase),
                .. state.Cases.Select((access, i) => (access, i)).Where(pair => pair.i != state.Shown)
                    .Select(pair => new Button(texts.Text("help.button.show", ("topic", texts.Topic(pair.access.View.Topic))), HelpButtons.ForShow(pair.i))),
                B("help.button.leave", HelpButtons.Cancel),
                Hotline(texts),
            ],
            HelpStep.Erase => [B("help.button.erase-yes", HelpButtons.ForYes(HelpStep.Erase)), B("help.button.erase-no", HelpButtons.ForNo(HelpStep.Erase)), Hotline(texts)],
            _ => [],
        };
    }

    private static Block.Items Found(IReadOnlyList<string> found) =>
        new(false, 1, [.. found.Select(word => (IReadOnlyList<Block>)[HelpTexts.Theirs(word)])]);

    private static IEnumerable<Block> Traces(bool? deleted, HelpTexts texts) => deleted switch
    {
        true => [texts.Say("help.traces.deleted")],
        false => [texts.Say("help.traces.left")],
        null => [],
    };

    private static string Preview(string text) => text.Length <= PreviewChars ? text : TypedText.Cut(text, PreviewChars) + "…";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Button Menu(HelpTexts texts) => new(texts.Text("button.menu"), ButtonValue.For(Command.Menu));

    private static Button Hotline(HelpTexts texts) => new(texts.Text("button.hotline"), ButtonValue.For(Command.Hotline));
}
