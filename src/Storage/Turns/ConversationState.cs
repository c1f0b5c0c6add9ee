namespace Outreach.Storage.Turns;

/// <summary>What is remembered of a conversation between two turns. Keyed by HMAC; expires.</summary>
/// <param name="Language"><c>vi</c> or <c>en</c>.</param>
/// <param name="Data">JSON of ids and numbers that the turn's code understands; never text that somebody typed. At most 4,000 characters.</param>
/// <param name="Expires">When it is forgotten.</param>
public sealed record ConversationState(string Language, string Data, DateTimeOffset Expires)
{
    public const int MaxDataChars = 4000;
}
