namespace Outreach.Bot.Tests.Linkage;

/// <summary>A case under attack, and the chats that may be its writer's by what everybody may know.</summary>
/// <param name="First">Index of the first snapshot that holds it.</param>
/// <param name="Candidates">Keys of the chats that were there on its day (in its hour, or in the quarter before that a draft lives, where it is urgent).</param>
internal sealed record SeenCase(Guid Id, DateOnly Day, int First, bool IsChatMode, IReadOnlyList<string> Candidates);
