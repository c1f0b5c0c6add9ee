using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Outreach.Bot.Host;
using Outreach.Bot.Turns;
using Outreach.Cases.Receipts;
using Outreach.Cases.Requests;
using Outreach.Channels;
using Outreach.Content.Blocks;
using Outreach.Storage;
using Outreach.Storage.Cases;

namespace Outreach.Bot.Help;

/// <summary>
/// Turns of somebody who asks for help. Nothing of such a turn is written: no seen mark, no state, no counter, no row of the outbox;
/// the draft lives in <see cref="HelpDrafts"/>, and saving a request is a matter of its own tables.
/// </summary>
internal sealed class HelpRoad(
    HelpDrafts drafts,
    HelpRequests requests,
    HelpPen pen,
    Discretion discretion,
    TurnEffects effects,
    ReplyComposer composer,
    PersonalWords personal,
    IOptions<OrganisationOptions> organisation)
{
    /// <summary>Of the chat page, which leads to the pages for help: what is typed there stays on the screen.</summary>
    private const string PageChannel = "web";

    /// <summary>What to say, or that the turn is none of ours.</summary>
    public async Task<HelpAnswer> TakeAsync(TurnContext turn, CommandWords commands, HelpWords words, CancellationToken cancellationToken)
    {
        var address = turn.Activity.Address;
        var heard = HelpReader.Read(turn, commands, words);
        if (turn.InGroup)
        {
            // Others read along: a code typed here is not looked up, and not taken for a question.
            return heard is Heard.Code or Heard.NearlyCode ? Composed(turn, Screens.Note(turn, "group.private")) : HelpAnswer.NotOurs;
        }

        if (turn.Activity.Kind == ActivityKind.Left)
        {
            drafts.Forget(address);
            return HelpAnswer.NotOurs;
        }

        if (address.Channel == PageChannel)
        {
            return heard is Heard.Code or Heard.NearlyCode or Heard.Run { Command: Command.Person or Command.Request } or Heard.Input { Pressed: true }
                ? new HelpAnswer([PageLinks(turn)])
                : HelpAnswer.NotOurs;
        }

        return drafts.Find(address) is { State: { IsOver: false, Parked: false } } draft
            ? await GoOnAsync(turn, draft, heard, commands, cancellationToken)
            : await BeginAsync(turn, drafts.Find(address), heard, cancellationToken);
    }

    /// <summary>A draft waits while they do something else: what they type meanwhile may be meant for it, so it is kept nowhere.</summary>
    public bool IsWaiting(ChannelAddress address) => drafts.Find(address) is { State.IsOver: false };

    // ---- beginning ----

    private async Task<HelpAnswer> BeginAsync(TurnContext turn, HelpDraft? draft, Heard heard, CancellationToken cancellationToken)
    {
        var address = turn.Activity.Address;
        var parked = draft is { State.IsOver: false } ? draft : null;
        switch (heard)
        {
            case Heard.Run { Command: Command.Person } when parked is not null:
            case Heard.Run { Command: Command.Request } when parked is { State.Words.Count: > 0 }:
                return Shown(turn, HelpRules.Next(parked.State, new HelpInput.Resume(), personal), parked);
            case Heard.Run { Command: Command.Person } when drafts.HasJustSent(address):
                return new HelpAnswer([HelpScreens.Note(Texts(turn), "help.just-sent")]);
            case Heard.Run { Command: Command.Person }:
                return Shown(turn, Fresh(turn), null);
            case Heard.Run { Command: Command.Request }:
                return await RequestAsync(turn, cancellationToken);
            case Heard.Code code:
                return await OpenAsync(turn, At(turn, HelpStep.Code), null, code.Is, cancellationToken);
            case Heard.NearlyCode:
                return Shown(turn, At(turn, HelpStep.Code) with { Notice = HelpNotice.NotACode }, null);
            case Heard.Input { Pressed: true } when draft is { State.Step: HelpStep.Received }:
                return new HelpAnswer([HelpScreens.Received(draft.State, Texts(turn, draft.State), pen.Readers(turn.Content, draft.State.Language, turn.Day), null)]);
            case Heard.Input { Pressed: true } input when parked is not null:
                return await StepAsync(turn, parked with { State = parked.State with { Parked = false } }, input.Is, cancellationToken);
            case Heard.Input { Pressed: true }:
                return new HelpAnswer([HelpScreens.Gone(Texts(turn))]);
            case Heard.Run { Command: Command.Forget } when await OfChatAsync(address, cancellationToken) is { Count: > 0 } cases:
                return Shown(turn, At(turn, HelpStep.Erase) with { Cases = cases }, null);
            case Heard.Text when turn.Danger is null && drafts.TakeExpired(address):
                return new HelpAnswer([HelpScreens.Gone(Texts(turn))]);
            default:
                return HelpAnswer.NotOurs;
        }
    }

    private static HelpState Fresh(TurnContext turn) => At(turn, HelpStep.Danger) with
    {
        Code = ReceiptCode.New(),
        // The messenger can be told to give answers into the chat; where we are the channel, the chat is forgotten in half an hour.
        Modes = turn.Activity.Address.Channel == "telegram" ? [AnswerMode.Chat, AnswerMode.Receipt] : [AnswerMode.Receipt, AnswerMode.Chat],
    };

    private static HelpState At(TurnContext turn, HelpStep step) => new()
    {
        Step = step,
        Language = turn.Language,
        Id = Guid.NewGuid(),
        Nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)),
    };

    private async Task<HelpAnswer> RequestAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var cases = await OfChatAsync(turn.Activity.Address, cancellationToken);
        return cases is null
            ? new HelpAnswer([HelpScreens.Note(Texts(turn), "help.notice.notnow")])
            : Shown(turn, cases.Count > 0 ? At(turn, HelpStep.Open) with { Cases = cases } : At(turn, HelpStep.Code), null);
    }

    // ---- going on ----

    private async Task<HelpAnswer> GoOnAsync(TurnContext turn, HelpDraft draft, Heard heard, CommandWords commands, CancellationToken cancellationToken)
    {
        var state = draft.State;
        if (turn.Pace != Pace.Fine)
        {
            return Hurried(turn, draft);
        }

        var isReading = state.Step is HelpStep.Code or HelpStep.Open or HelpStep.Erase;
        switch (heard)
        {
            case Heard.Run { Command: Command.Stop }:
                await effects.ApplyAsync(turn, Decision.Silent(turn.Language) with { Effect = TurnEffect.Stop }, cancellationToken);
                return Shown(turn, state with { Notice = HelpNotice.Stopped }, draft);
            case Heard.Run { Command: Command.Hotline }:
                return Beside(turn, draft, [.. Texts(turn, state).AllNumbers()]);
            case Heard.Run { Command: Command.Privacy }:
                return Beside(turn, draft, [.. Texts(turn, state).Page(PageIds.Privacy)]);
            case Heard.Run { Command: Command.Help }:
                return Beside(turn, draft, [Texts(turn, state).Say("help.how")]);
            case Heard.Run { Command: Command.Language }:
                return await StepAsync(turn, draft, new HelpInput.Speak(HelpReader.OtherLanguage(state.Language)), cancellationToken);
            case Heard.Speak speak:
                return await StepAsync(turn, draft, new HelpInput.Speak(speak.Language), cancellationToken);
            case Heard.Run { Command: Command.Forget } when state.Step == HelpStep.Open:
                return await StepAsync(turn, draft, new HelpInput.WantErase(), cancellationToken);
            case Heard.Run { Command: Command.Forget }:
                return await StepAsync(turn, draft, new HelpInput.Cancel(), cancellationToken);
            case Heard.Run { Command: Command.Person } when isReading && drafts.HasJustSent(turn.Activity.Address):
                return Beside(turn, draft, [Texts(turn, state).Say("help.just-sent")]);
            case Heard.Run { Command: Command.Person } when isReading:
                return Shown(turn, Fresh(turn), draft);
            case Heard.Run { Command: Command.Request } when isReading:
                return await RequestAsync(turn, cancellationToken);
            case Heard.Run { Command: Command.Person or Command.Request }:
                return Shown(turn, state with { Notice = HelpNotice.FinishFirst }, draft);
            case Heard.Run { Command: Command.Menu }:
                Keep(turn, draft with { State = state with { Parked = true } });
                return new HelpAnswer([composer.Compose(Screens.Menu(turn), turn.Content, turn.Day), HelpScreens.Parked(Texts(turn, state))]) { Draft = state.Id };
            case Heard.Run or Heard.Elsewhere:
                Keep(turn, draft with { State = state with { Parked = true } });
                return new HelpAnswer([HelpScreens.Parked(Texts(turn, state))], IsOurs: false) { Draft = state.Id };
            case Heard.Code code when isReading:
                return await OpenAsync(turn, state with { Step = HelpStep.Code }, draft, code.Is, cancellationToken);
            case Heard.NearlyCode when isReading:
                return Shown(turn, state with { Step = HelpStep.Code, Notice = HelpNotice.NotACode }, draft);
            case Heard.Code or Heard.NearlyCode:
                return await StepAsync(turn, draft, new HelpInput.StrayCode(), cancellationToken);
            case Heard.Unreadable:
                return Shown(turn, state with { Notice = HelpNotice.Unreadable }, draft);
            case Heard.Input input:
                return await StepAsync(turn, draft, input.Is, cancellationToken);
            case Heard.Text text:
                var choices = HelpScreens.Of(state, Texts(turn, state), personal, covers: false).Buttons;
                return await StepAsync(turn, draft, HelpReader.At(state, turn, text.Is, commands, choices), cancellationToken);
            default:
                return Shown(turn, state, draft);
        }
    }

    /// <summary>Over the limit: danger is answered, the rest is said once not to have been taken.</summary>
    private HelpAnswer Hurried(TurnContext turn, HelpDraft draft)
    {
        if (turn.Danger is not null && !draft.State.CardShown)
        {
            Keep(turn, draft with { State = draft.State with { CardShown = true } });
            return new HelpAnswer([Card(turn)]);
        }

        return turn.Pace == Pace.TooFast ? Shown(turn, draft.State with { Notice = HelpNotice.TooFast }, draft) : new HelpAnswer([]);
    }

    private async Task<HelpAnswer> StepAsync(TurnContext turn, HelpDraft draft, HelpInput input, CancellationToken cancellationToken)
    {
        if (input is HelpInput.Pick pick && !Texts(turn).Topics.Contains(pick.Topic))
        {
            input = new HelpInput.Unclear();
        }

        var before = draft.State;
        var state = HelpRules.Next(before, input, personal);
        // The card before anything is saved or said: once for a draft.
        var card = state.CardShown && !before.CardShown && turn.Danger is not null ? Card(turn) : null;
        state = await pen.CarryOutAsync(state, turn.Activity.Address, Texts(turn, state).ConsentVersion, personal, cancellationToken);
        drafts.Note(turn.Activity.Address, state.Step);
        var answer = Shown(turn, state, draft);
        if (state.IsOver)
        {
            var deleted = await discretion.DeleteAsync(turn.Activity.Address, Messages(turn, draft), cancellationToken);
            var texts = Texts(turn, state);
            answer = new HelpAnswer([state.Step == HelpStep.Received
                ? HelpScreens.Received(state, texts, pen.Readers(turn.Content, state.Language, turn.Day), deleted)
                : HelpScreens.Ended(state, texts, deleted)])
            { MustArrive = true };
        }

        return card is null ? answer : answer with { Replies = [card, .. answer.Replies] };
    }

    private async Task<HelpAnswer> OpenAsync(TurnContext turn, HelpState state, HelpDraft? draft, ReceiptCode code, CancellationToken cancellationToken)
    {
        var input = await pen.OpenAsync(code, $"{turn.Activity.Address.Channel}|{turn.Activity.Address.Value}", cancellationToken);
        return Shown(turn, HelpRules.Next(state, input, personal), draft);
    }

    /// <summary>Null when they cannot be looked up now.</summary>
    private async Task<IReadOnlyList<CaseAccess>?> OfChatAsync(ChannelAddress address, CancellationToken cancellationToken)
    {
        try
        {
            return await requests.OfChatAsync(new CaseAddress(address.Channel, address.Value), cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }

    // ---- saying ----

    private HelpAnswer Shown(TurnContext turn, HelpState state, HelpDraft? before)
    {
        if (state.IsOver && state.Step != HelpStep.Received)
        {
            drafts.Forget(turn.Activity.Address);
        }
        else
        {
            // A screen that shows the code anew has not arrived yet.
            Keep(turn, new HelpDraft(state, state.IsOver ? [] : before?.Messages ?? []));
        }

        return new HelpAnswer([HelpScreens.Of(state, Texts(turn, state), personal, covers: turn.Activity.Address.Channel == "telegram")])
        {
            Draft = state.Id,
            MustArrive = state.Step == HelpStep.Confirm,
        };
    }

    private HelpAnswer Beside(TurnContext turn, HelpDraft draft, IReadOnlyList<Block> blocks)
    {
        Keep(turn, draft);
        return new HelpAnswer([HelpScreens.Aside(draft.State, Texts(turn, draft.State), blocks)]) { Draft = draft.State.Id };
    }

    private HelpAnswer Composed(TurnContext turn, ReplyPlan plan) => new([composer.Compose(plan, turn.Content, turn.Day)]);

    private Reply Card(TurnContext turn) => composer.Compose(CrisisRoutes.Find(turn)!.Plans[0], turn.Content, turn.Day) with { Buttons = [] };

    private void Keep(TurnContext turn, HelpDraft draft) =>
        drafts.Keep(turn.Activity.Address, draft.State.IsOver ? draft : draft with { Messages = Messages(turn, draft) });

    private static IReadOnlyList<string> Messages(TurnContext turn, HelpDraft draft) =>
        turn.Activity.OwnMessageId is { } mine && !draft.Messages.Contains(mine) ? [.. draft.Messages, mine] : draft.Messages;

    private Reply PageLinks(TurnContext turn)
    {
        var texts = Texts(turn);
        return new Reply
        {
            Language = turn.Language,
            Blocks = [texts.Strong("help.danger.call"), .. texts.EmergencyNumbers(), texts.Say("help.page.lead")],
            Buttons =
            [
                new Button(texts.Text("help.page.new"), HelpAddresses.In(turn.Language, HelpAddresses.New), IsLink: true),
                new Button(texts.Text("help.page.open"), HelpAddresses.In(turn.Language, HelpAddresses.Open), IsLink: true),
                new Button(texts.Text("button.hotline"), ButtonValue.For(Command.Hotline)),
            ],
        };
    }

    private HelpTexts Texts(TurnContext turn, HelpState? state = null) =>
        new(turn.Content, state?.Language ?? turn.Language, turn.Day, organisation.Value.Hotline);
}
