namespace Outreach.Storage.Turns;

/// <summary>A row of conversation state, found by HMAC.</summary>
internal sealed class StoredConversation
{
    public required byte[] Key { get; init; }
    public required string Language { get; init; }

    /// <summary>JSON of ids and numbers. Text and not jsonb: the database never looks inside.</summary>
    public required string Data { get; init; }

    public required DateTimeOffset Expires { get; init; }
}
