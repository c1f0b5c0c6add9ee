using Outreach.Cases.Requests;
using Outreach.Storage.Cases;

namespace Outreach.Bot.Help;

/// <summary>What somebody did, or what became of what the runner did for them.</summary>
internal abstract record HelpInput
{
    private HelpInput() { }

    public override string ToString() => GetType().Name;

    /// <param name="To">The question its button stood under; null when it was typed.</param>
    public sealed record Yes(HelpStep? To) : HelpInput;

    /// <param name="To">As with <see cref="Yes"/>.</param>
    public sealed record No(HelpStep? To) : HelpInput;

    public sealed record Choose(AnswerMode Mode) : HelpInput;

    public sealed record Pick(string Topic) : HelpInput;

    /// <param name="InDanger">The words tell of danger.</param>
    public sealed record Said(string Text, bool InDanger) : HelpInput
    {
        public override string ToString() => nameof(Said);
    }

    /// <summary>All the words at once, in the place of those before: a form's text field.</summary>
    public sealed record Wrote(string Text, bool InDanger) : HelpInput
    {
        public override string ToString() => nameof(Wrote);
    }

    /// <summary>"That is all."</summary>
    public sealed record Done : HelpInput;

    public sealed record SendAsItIs : HelpInput;

    public sealed record MaskForMe : HelpInput;

    /// <summary>Write it again (a form keeps the text in its field).</summary>
    /// <param name="Keep">The words stay to be changed.</param>
    public sealed record Edit(bool Keep) : HelpInput;

    /// <param name="Nonce">From the button; null when it was typed.</param>
    public sealed record Send(string? Nonce) : HelpInput;

    public sealed record Back : HelpInput;

    public sealed record Cancel : HelpInput;

    /// <summary>Back from something else.</summary>
    public sealed record Resume : HelpInput;

    public sealed record Speak(string Language) : HelpInput;

    /// <summary>Words that are for a question of choices: nothing we understand.</summary>
    public sealed record Unclear : HelpInput;

    /// <summary>A receipt code where none was asked for.</summary>
    public sealed record StrayCode : HelpInput;

    public sealed record WriteMore : HelpInput;

    public sealed record WantErase : HelpInput;

    /// <summary>Another of several open requests.</summary>
    public sealed record Show(int Index) : HelpInput;

    // ---- what became of it ----

    public sealed record Saved : HelpInput;

    public sealed record NotSaved : HelpInput;

    public sealed record Opened(IReadOnlyList<CaseAccess> Cases) : HelpInput;

    public sealed record NotOpened(HelpNotice Why) : HelpInput;

    public sealed record Added(IReadOnlyList<CaseAccess> Cases) : HelpInput;

    public sealed record NotAdded(HelpNotice Why) : HelpInput;

    public sealed record ErasedNow : HelpInput;

    public sealed record NotErased : HelpInput;
}
