namespace Outreach.Channels.DirectLine;

/// <summary>What a token says.</summary>
/// <param name="User">Begins with <c>dl_</c>; put over what a client says of itself. Null: the client names itself.</param>
/// <param name="Origins">Pages that may open a socket with it; empty: those of the options.</param>
internal sealed record TokenClaims(string Conversation, string? User, IReadOnlyList<string> Origins);
