namespace Outreach.Bot.Pages.Answers;

/// <summary>The list of what was found alone: what the script puts into the page while somebody types.</summary>
public sealed class SearchModel : IndexModel;
