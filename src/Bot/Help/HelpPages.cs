using System.Security.Cryptography;
using Outreach.Bot.Turns;
using Outreach.Bot.Web;
using Outreach.Cases.Receipts;
using Outreach.Channels;
using Outreach.Content.Store;
using Outreach.Storage.Cases;

namespace Outreach.Bot.Help;

/// <summary>The same dialog by forms: each post is one step, and works without script. A page has no chat, so answers are read with the code.</summary>
internal sealed class HelpPages(HelpDrafts drafts, HelpPen pen, PersonalWords personal, ConversationTokens tokens, ContentStore content)
{
    private const string Channel = "page";

    private readonly ConversationLocks _locks = new();

    /// <summary>The first sheet; nothing is kept before its form is sent.</summary>
    public HelpSheet Begin(HelpStep step, string language) => new(Fresh(step, language), tokens.New());

    /// <param name="begin">The page's first step: a form of it may begin a draft.</param>
    /// <param name="bucket">Who tries codes.</param>
    public async Task<HelpSheet> TakeAsync(HelpForm form, HelpStep begin, string language, string bucket, HelpTexts texts, CancellationToken cancellationToken)
    {
        if (tokens.Read(form.Token) is not { } id)
        {
            return Begin(begin, language);
        }

        var address = new ChannelAddress(Channel, id);
        using var mine = await _locks.EnterAsync(address, cancellationToken);
        var input = Read(form, texts);
        var state = drafts.Find(address)?.State ?? (BeginsWith(begin, form, input) ? Fresh(begin, language) : null);
        if (state is null)
        {
            drafts.Forget(address);
            return new HelpSheet(null, tokens.New());
        }

        if (state.Step == HelpStep.Consent && input is HelpInput.Yes && !form.Ticked)
        {
            drafts.Keep(address, new HelpDraft(state, []));
            return new HelpSheet(state, form.Token!, MustTick: true);
        }

        var danger = form.Text is { Length: > 0 } text ? CrisisRoutes.DangerIn(TypedText.Clean(text), content.Current) : null;
        var before = state;
        state = await NextAsync(state with { Language = language }, form, input, danger is not null, bucket, cancellationToken);
        state = await pen.CarryOutAsync(state, address, texts.ConsentVersion, personal, cancellationToken);
        Keep(address, state);
        return new HelpSheet(state, form.Token!, state.CardShown && !before.CardShown ? danger?.Kind : null);
    }

    /// <summary>The code that is on their screen now; null when none is.</summary>
    public ReceiptCode? CodeOf(string? token) =>
        tokens.Read(token) is { } id && drafts.Find(new ChannelAddress(Channel, id)) is { State: { Step: HelpStep.Confirm } state } ? state.Code : null;

    /// <summary>Forgets the draft, at once.</summary>
    public void Leave(string? token)
    {
        if (tokens.Read(token) is { } id)
        {
            drafts.Forget(new ChannelAddress(Channel, id));
        }
    }

    private async Task<HelpState> NextAsync(HelpState state, HelpForm form, HelpInput input, bool inDanger, string bucket, CancellationToken cancellationToken)
    {
        if (state.Step == HelpStep.Code && form.Code is { } typed && input is not (HelpInput.Cancel or HelpInput.Back))
        {
            return HelpRules.Next(
                state, ReceiptText.Find(typed) is { } code ? await pen.OpenAsync(code, "page|" + bucket, cancellationToken) : new HelpInput.NotOpened(HelpNotice.NotACode), personal);
        }

        // A form brings the whole text each time, also with "back".
        var text = HelpReader.Lines(form.Text ?? "");
        return (state.Step, input) switch
        {
            (HelpStep.Words or HelpStep.More, HelpInput.Done) => HelpRules.Next(state, new HelpInput.Wrote(text, inDanger), personal),
            (HelpStep.Words, HelpInput.Back) when text.Length > 0 =>
                HelpRules.Next(state with { Words = [TypedText.Cut(text, HelpState.MaxTextChars)] }, input, personal),
            _ => HelpRules.Next(state, input is HelpInput.Edit ? new HelpInput.Edit(Keep: true) : input, personal),
        };
    }

    private void Keep(ChannelAddress address, HelpState state)
    {
        if (state.IsOver && state.Step != HelpStep.Received)
        {
            drafts.Forget(address);
        }
        else
        {
            drafts.Keep(address, new HelpDraft(state, []));
        }
    }

    private static HelpInput Read(HelpForm form, HelpTexts texts) => form.Choice is { } choice && ButtonValue.Parse(choice) is ButtonValue.Help pressed
        ? HelpButtons.Read(pressed) switch
        {
            HelpInput.Pick pick when !texts.Topics.Contains(pick.Topic) => new HelpInput.Unclear(),
            { } input => input,
            null => new HelpInput.Unclear(),
        }
        : new HelpInput.Unclear();

    private static bool BeginsWith(HelpStep begin, HelpForm form, HelpInput input) => begin switch
    {
        HelpStep.Danger => input is HelpInput.Yes { To: HelpStep.Danger } or HelpInput.No { To: HelpStep.Danger } or HelpInput.Cancel,
        _ => form.Code is not null,
    };

    private static HelpState Fresh(HelpStep step, string language) => new()
    {
        Step = step,
        Language = language,
        Id = Guid.NewGuid(),
        Code = ReceiptCode.New(),
        Nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)),
        Modes = [AnswerMode.Receipt],
    };
}
