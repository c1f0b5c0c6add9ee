namespace Outreach.Bot.Turns;

/// <summary>What somebody said to an open question.</summary>
internal enum DialogInput
{
    Yes,
    No,

    /// <summary>Something else: no consent is ever read into it, and the question is closed.</summary>
    Other,
}

/// <summary>What comes of it.</summary>
internal enum DialogOutcome
{
    /// <summary>Not a word for the dialog: handle it as if none were open.</summary>
    PassedOver,
    Subscribed,
    Declined,
    Forgotten,
    Kept,

    /// <summary>"Yes" to a question that is not open any more.</summary>
    Expired,
}

/// <summary>The open question as a state machine; every answer closes it.</summary>
internal static class DialogRules
{
    public static DialogOutcome Next(DialogStep step, DialogInput input) => (step, input) switch
    {
        (_, DialogInput.Other) => DialogOutcome.PassedOver,
        (DialogStep.Consent, DialogInput.Yes) => DialogOutcome.Subscribed,
        (DialogStep.Consent, DialogInput.No) => DialogOutcome.Declined,
        (DialogStep.Forget, DialogInput.Yes) => DialogOutcome.Forgotten,
        (DialogStep.Forget, DialogInput.No) => DialogOutcome.Kept,
        _ => DialogOutcome.Expired,
    };
}
