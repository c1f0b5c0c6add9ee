namespace Outreach.Scheduler.Tests.Planning;

/// <summary>Where workers and their organisations are: with clocks that never change, that change by an hour, by half of one, and at midnight.</summary>
internal static class Zones
{
    public static string[] Names { get; } =
    [
        "Asia/Ho_Chi_Minh", "Asia/Seoul", "Asia/Tokyo", "Asia/Taipei", "Asia/Kathmandu", "Asia/Beirut", "Africa/Cairo",
        "Europe/Warsaw", "Europe/London", "America/New_York", "America/Santiago", "Australia/Lord_Howe", "Pacific/Chatham",
    ];

    public static TheoryData<string> All => [.. Names];

    public static TimeZoneInfo Of(string name) => TimeZoneInfo.FindSystemTimeZoneById(name);

    public static TimeZoneInfo Vietnam { get; } = Of("Asia/Ho_Chi_Minh");
}
