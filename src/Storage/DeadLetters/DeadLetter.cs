namespace Outreach.Storage.DeadLetters;

/// <summary>An authentic update that could not be read: its channel and its shape, never a value out of it.</summary>
public sealed class DeadLetter
{
    /// <summary>Longer shapes are cut here.</summary>
    public const int MaxShapeChars = 500;

    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>HMAC of channel and update id: the same update is kept once.</summary>
    public required byte[] UpdateKey { get; init; }

    public required string Channel { get; init; }
    public required string Shape { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
}
