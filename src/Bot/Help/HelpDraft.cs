namespace Outreach.Bot.Help;

/// <summary>A state and what it left in the chat.</summary>
/// <param name="Messages">The channel's ids of what was said since the beginning, theirs and ours: to be deleted at the end.</param>
internal sealed record HelpDraft(HelpState State, IReadOnlyList<string> Messages)
{
    public override string ToString() => nameof(HelpDraft);
}
