namespace Outreach.Bot.Tests.Linkage;

/// <summary>How many people live in a simulated world, for how long.</summary>
internal sealed record WorldSize(int Chats, int Days, int RequestsADay, double ThereOnADay)
{
    public static WorldSize Whole { get; } = new(Chats: 500, Days: 20, RequestsADay: 10, ThereOnADay: 0.15);

    /// <summary>Enough to see a leak that tells the moment.</summary>
    public static WorldSize Small { get; } = new(Chats: 200, Days: 3, RequestsADay: 6, ThereOnADay: 0.2);
}
