using Outreach.Content.Crisis;

namespace Outreach.Bot.Turns;

/// <summary>What a text tells of danger.</summary>
/// <param name="Language">Of the words that told it.</param>
internal sealed record Danger(CrisisKind Kind, string Language);
