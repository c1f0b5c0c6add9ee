namespace Outreach.Storage.Turns;

/// <summary>How often something happened on one of the organisation's days.</summary>
public sealed class DailyCounter
{
    public required DateOnly Day { get; init; }
    public required string Name { get; init; }
    public required string Topic { get; init; }
    public long Count { get; set; }
}
