namespace Outreach.Bot.Help;

/// <summary>What looks personal in somebody's words, and how it is masked.</summary>
/// <param name="In">Each such piece once, in order.</param>
/// <param name="Mask">The text, in its language, with them masked.</param>
internal sealed record PersonalWords(Func<string, IReadOnlyList<string>> In, Func<string, string, string> Mask);
