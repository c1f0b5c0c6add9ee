namespace Outreach.Bot.Turns;

/// <summary>A choice under a reply.</summary>
/// <param name="Value">What comes back (see <see cref="ButtonValue"/>), at most 64 bytes.</param>
/// <param name="Phrase">Key of its title; null = the question or topic that <paramref name="Value"/> names.</param>
internal sealed record PlanButton(string Value, string? Phrase = null);
