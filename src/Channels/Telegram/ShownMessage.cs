namespace Outreach.Channels.Telegram;

/// <summary>One message as a person sees it.</summary>
/// <param name="Html">Of Telegram's few tags; links are marked and lead nowhere.</param>
/// <param name="Length">UTF-16 units of visible text.</param>
/// <param name="Buttons">In rows.</param>
public sealed record ShownMessage(string Html, int Length, IReadOnlyList<IReadOnlyList<string>> Buttons);
