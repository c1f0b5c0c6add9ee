namespace Outreach.Storage.Turns;

/// <summary>A question nobody could answer, for the editors' inbox. Nothing leads back to who asked.</summary>
public sealed class UnansweredQuestion
{
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>The organisation's day, and no time: a time could be matched with a chat.</summary>
    public required DateOnly Day { get; init; }

    public required string Language { get; init; }
    public required string MaskedText { get; init; }

    /// <summary><c>low</c>, <c>none-of-these</c> or <c>not-helpful</c>.</summary>
    public required string Reason { get; init; }
}
