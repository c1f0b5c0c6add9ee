using Outreach.Bot.Turns;
using Outreach.Channels;
using Outreach.Content;

namespace Outreach.Bot.Help;

/// <summary>Reads an activity, and what it answers at a step. Pure.</summary>
internal static class HelpReader
{
    public static Heard Read(TurnContext turn, CommandWords commands, HelpWords words)
    {
        if (turn.Activity.Kind == ActivityKind.Unreadable)
        {
            return new Heard.Unreadable();
        }

        if (ButtonValue.Parse(turn.Text) is { } pressed)
        {
            return pressed switch
            {
                ButtonValue.Help help when HelpButtons.Read(help) is { } input => new Heard.Input(input, Pressed: true),
                ButtonValue.Language language => new Heard.Speak(language.Code),
                ButtonValue.Run run => new Heard.Run(run.Command),
                _ => new Heard.Elsewhere(),
            };
        }

        // "quay lại" and "back" are the menu everywhere else.
        if (words.Read(turn.Text) is { } word)
        {
            return new Heard.Input(word, Pressed: false);
        }

        if (commands.Command(turn.Text) is { } command)
        {
            return new Heard.Run(command);
        }

        return ReceiptText.Find(turn.Text) is { } code ? new Heard.Code(code)
            : ReceiptText.IsMeant(turn.Text) ? new Heard.NearlyCode()
            : new Heard.Text(Lines(turn.Activity.Text));
    }

    /// <summary>What a text answers at this step.</summary>
    public static HelpInput At(HelpState state, TurnContext turn, string text, CommandWords commands, IReadOnlyList<Button> choices)
    {
        if (state.Step is HelpStep.Words or HelpStep.More)
        {
            return new HelpInput.Said(text, turn.Danger is not null);
        }

        if (TypedText.Digit(turn.Text) is { } digit)
        {
            return digit >= 1 && digit <= choices.Count && ButtonValue.Parse(choices[digit - 1].Value) is ButtonValue.Help picked && HelpButtons.Read(picked) is { } input
                ? input
                : new HelpInput.Unclear();
        }

        return commands.Word(turn.Text) switch
        {
            "yes" => new HelpInput.Yes(null),
            "no" => new HelpInput.No(null),
            _ => new HelpInput.Said("", turn.Danger is not null),
        };
    }

    /// <summary>As they wrote it, line by line: nothing invisible, no control characters.</summary>
    public static string Lines(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(TypedText.Clean)).Trim('\n');

    public static string OtherLanguage(string language) => Languages.Other(language);
}
