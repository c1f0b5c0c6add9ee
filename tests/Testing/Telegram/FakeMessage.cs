namespace Outreach.Testing.Telegram;

/// <summary>One message of the bot as a chat sees it.</summary>
/// <param name="Text">What is visible.</param>
/// <param name="Markup">The text as it was sent, markup and all.</param>
/// <param name="Buttons">Rows of buttons.</param>
/// <param name="At">When it came in, by the fake's clock.</param>
public sealed record FakeMessage(int Id, string Text, string Markup, IReadOnlyList<IReadOnlyList<FakeButton>> Buttons, DateTimeOffset At, string Kind = "text", bool Edited = false);
