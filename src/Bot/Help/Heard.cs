using Outreach.Bot.Turns;
using Outreach.Cases.Receipts;

namespace Outreach.Bot.Help;

/// <summary>What an activity is to help, before it is known whether somebody is asking for it.</summary>
internal abstract record Heard
{
    private Heard() { }

    public override string ToString() => GetType().Name;

    /// <summary>A command of everywhere, typed or pressed.</summary>
    public sealed record Run(Command Command) : Heard;

    /// <summary>A button of ours, or one of our words.</summary>
    /// <param name="Pressed">A button: it must have stood under something.</param>
    public sealed record Input(HelpInput Is, bool Pressed) : Heard;

    /// <summary>A receipt code.</summary>
    public sealed record Code(ReceiptCode Is) : Heard;

    /// <summary>Meant to be a receipt code, with a mistake in it.</summary>
    public sealed record NearlyCode : Heard;

    public sealed record Speak(string Language) : Heard;

    /// <summary>A button of something else.</summary>
    public sealed record Elsewhere : Heard;

    public sealed record Text(string Is) : Heard
    {
        public override string ToString() => nameof(Text);
    }

    public sealed record Unreadable : Heard;
}
