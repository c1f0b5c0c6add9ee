namespace Outreach.Content.Search.Unanswered;

/// <summary>A question nobody could answer, as the editors' inbox keeps it.</summary>
/// <param name="Text">Masked: what was taken out stands between square brackets (<c>[tên]</c>).</param>
/// <param name="Language">Of the answers it was looked up in.</param>
/// <param name="Reason">Why it is in the inbox.</param>
public sealed record AskedQuestion(string Text, string Language, DateOnly Day, string Reason);
