namespace Outreach.Bot.Help;

/// <summary>What a page's form brought.</summary>
/// <param name="Token">The signed token of the draft.</param>
/// <param name="Choice">The value of the button pressed.</param>
/// <param name="Ticked">Both boxes of the consent.</param>
internal sealed record HelpForm(string? Token, string? Choice, string? Text, string? Code, bool Ticked)
{
    public override string ToString() => nameof(HelpForm);
}
