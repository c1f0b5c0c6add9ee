using Outreach.Bot.Turns;

namespace Outreach.Bot.Help;

/// <summary>Asking for help as a state machine. Pure: no clock, no chance, no store.</summary>
internal static class HelpRules
{
    /// <summary>What is not an answer to the step leaves it where it is, with a notice.</summary>
    /// <param name="find">What looks personal in a text; nothing found skips the question about it.</param>
    public static HelpState Next(HelpState state, HelpInput input, PersonalWords find) => (state.Step, input) switch
    {
        _ when state.IsOver => state,
        (_, HelpInput.Speak speak) => state with { Language = speak.Language, Notice = HelpNotice.None },
        (_, HelpInput.Resume) => state with { Parked = false, Notice = HelpNotice.None },
        (_, HelpInput.StrayCode) => state with { Notice = HelpNotice.CodeNotTaken },
        (_, HelpInput.Cancel) => Ended(state, state.Cases.Count > 0 ? HelpStep.Left : HelpStep.Cancelled),
        (_, HelpInput.Back) => Back(state),

        // A button answers the question it stood under and no other: an old "yes" must not erase anything.
        (_, HelpInput.Yes { To: { } to }) when to != state.Step => state with { Notice = HelpNotice.None },
        (_, HelpInput.No { To: { } to }) when to != state.Step => state with { Notice = HelpNotice.None },
        (HelpStep.Danger, HelpInput.Yes) => To(state, HelpStep.Consent, HelpNotice.CallFirst) with { InDanger = true },
        (HelpStep.Danger, HelpInput.No) => To(state, HelpStep.Consent),
        (HelpStep.Consent, HelpInput.Yes) => To(state, state.Modes.Count > 1 ? HelpStep.Mode : HelpStep.Topic) with { Mode = state.Modes[0] },
        (HelpStep.Consent, HelpInput.No) => Ended(state, HelpStep.Cancelled),
        (HelpStep.Mode, HelpInput.Choose choose) when state.Modes.Contains(choose.Mode) => To(state, HelpStep.Topic) with { Mode = choose.Mode },
        (HelpStep.Topic, HelpInput.Pick pick) => To(state, HelpStep.Words) with { Topic = pick.Topic },

        (HelpStep.Words or HelpStep.More, HelpInput.Said said) => Heard(state, said.Text, said.InDanger),
        (HelpStep.Words or HelpStep.More, HelpInput.Wrote wrote) => Wrote(state, wrote, find),
        (HelpStep.Words or HelpStep.More, HelpInput.Done) => Checked(state, find),
        (HelpStep.Words or HelpStep.More, HelpInput.Edit edit) => Edited(state, edit.Keep),
        (HelpStep.Review or HelpStep.MoreReview, HelpInput.SendAsItIs) => Ready(state),
        (HelpStep.Review or HelpStep.MoreReview, HelpInput.MaskForMe) => Masked(state, find),
        (HelpStep.Review or HelpStep.MoreReview or HelpStep.Confirm, HelpInput.Edit edit) => Edited(state, edit.Keep),

        (HelpStep.Confirm, HelpInput.Send { Nonce: { } nonce }) when nonce == state.Nonce => To(state, HelpStep.Saving),
        (HelpStep.Confirm, HelpInput.Send { Nonce: null }) when state.CodeShown => To(state, HelpStep.Saving),
        (HelpStep.Confirm, HelpInput.Send) => state with { Notice = HelpNotice.CodeFirst },
        (HelpStep.Saving, HelpInput.Saved) => Ended(state, HelpStep.Received),
        (HelpStep.Saving, HelpInput.NotSaved) => To(state, HelpStep.Confirm, HelpNotice.NotSaved),

        (HelpStep.Code, HelpInput.Opened opened) => To(state, HelpStep.Open) with { Cases = opened.Cases, Shown = 0 },
        (HelpStep.Code, HelpInput.NotOpened why) => state with { Notice = why.Why },
        (HelpStep.Open, HelpInput.WriteMore) => To(state, HelpStep.More),
        (HelpStep.Open, HelpInput.WantErase) => To(state, HelpStep.Erase),
        (HelpStep.Open, HelpInput.Show show) when show.Index < state.Cases.Count => To(state, HelpStep.Open) with { Shown = show.Index },
        (HelpStep.Adding, HelpInput.Added added) => To(state, HelpStep.Open, HelpNotice.Added) with { Words = [], Cases = added.Cases },
        (HelpStep.Adding, HelpInput.NotAdded why) => To(state, why.Why == HelpNotice.NotSaved ? HelpStep.More : HelpStep.Open, why.Why),
        (HelpStep.Erase, HelpInput.Yes) => To(state, HelpStep.Erasing),
        (HelpStep.Erase, HelpInput.No) => To(state, HelpStep.Open),
        (HelpStep.Erasing, HelpInput.ErasedNow) => Ended(state, HelpStep.Erased),
        (HelpStep.Erasing, HelpInput.NotErased) => To(state, HelpStep.Erase, HelpNotice.NotErased),

        (_, HelpInput.Said said) => state with { Notice = HelpNotice.NotYet, CardShown = state.CardShown || said.InDanger },
        _ => state with { Notice = HelpNotice.Again },
    };

    private static HelpState To(HelpState state, HelpStep step, HelpNotice notice = HelpNotice.None) => state with { Step = step, Notice = notice };

    private static HelpState Back(HelpState state) => state.Step switch
    {
        HelpStep.Consent => To(state, HelpStep.Danger),
        HelpStep.Mode => To(state, HelpStep.Consent),
        HelpStep.Topic => To(state, state.Modes.Count > 1 ? HelpStep.Mode : HelpStep.Consent),
        HelpStep.Words => To(state, HelpStep.Topic),
        HelpStep.Review or HelpStep.Confirm => To(state, HelpStep.Words),
        HelpStep.More or HelpStep.Erase => To(state, HelpStep.Open) with { Words = [] },
        HelpStep.MoreReview => To(state, HelpStep.More),
        HelpStep.Danger or HelpStep.Code => Ended(state, HelpStep.Cancelled),
        HelpStep.Open => Ended(state, HelpStep.Left),
        _ => state,
    };

    /// <summary>What is over keeps its id for who confirms twice, and nothing that anyone wrote.</summary>
    private static HelpState Ended(HelpState state, HelpStep step) => new()
    {
        Step = step,
        Language = state.Language,
        Id = state.Id,
        Mode = state.Mode,
        InDanger = state.InDanger,
        Nonce = state.Nonce,
    };

    private static HelpState Heard(HelpState state, string text, bool inDanger) => text.Length == 0
        ? state with { Notice = HelpNotice.Empty }
        : Fits(state.Words, text)
            ? state with { Words = [.. state.Words, text], Notice = HelpNotice.Noted, CardShown = state.CardShown || inDanger }
            : state with { Notice = HelpNotice.TooLong, CardShown = state.CardShown || inDanger };

    private static HelpState Wrote(HelpState state, HelpInput.Wrote wrote, PersonalWords find) => wrote.Text.Length > HelpState.MaxTextChars
        ? state with { Words = [TypedText.Cut(wrote.Text, HelpState.MaxTextChars)], Notice = HelpNotice.TooLong }
        : Checked(
            state with { Words = wrote.Text.Length == 0 ? [] : [wrote.Text], CardShown = state.CardShown || wrote.InDanger }, find);

    private static bool Fits(IReadOnlyList<string> words, string text) =>
        words.Sum(word => word.Length + 1) + text.Length <= HelpState.MaxTextChars;

    private static HelpState Checked(HelpState state, PersonalWords find) => state switch
    {
        { Words.Count: 0 } => state with { Notice = HelpNotice.Empty },
        _ when find.In(state.Text).Count == 0 => Ready(state),
        _ => To(state, state.Step == HelpStep.More ? HelpStep.MoreReview : HelpStep.Review),
    };

    private static HelpState Masked(HelpState state, PersonalWords find) =>
        Ready(state with { Words = [find.Mask(state.Text, state.Language)] }, HelpNotice.Masked);

    private static HelpState Ready(HelpState state, HelpNotice notice = HelpNotice.None) =>
        To(state, state.Step is HelpStep.More or HelpStep.MoreReview ? HelpStep.Adding : HelpStep.Confirm, notice);

    private static HelpState Edited(HelpState state, bool keep) =>
        To(state, state.Step is HelpStep.More or HelpStep.MoreReview ? HelpStep.More : HelpStep.Words, keep ? HelpNotice.None : HelpNotice.Anew)
        with
        { Words = keep ? state.Words : [] };
}
