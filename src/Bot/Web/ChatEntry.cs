using Outreach.Channels;

namespace Outreach.Bot.Web;

/// <summary>One question on the page and what was said to it.</summary>
/// <param name="Message">The form's message id: the same on a retry.</param>
/// <param name="Said">What the person typed, or the title of the button pressed.</param>
public sealed record ChatEntry(string Message, string Said, IReadOnlyList<Reply> Replies);
