using Outreach.Content.Shared;

namespace Outreach.Scheduler.Planning;

/// <summary>One date of a rule.</summary>
/// <param name="At">The instant, UTC.</param>
/// <param name="Day">Its day on the organisation's clock.</param>
/// <param name="Due">The rule's own day; another than <paramref name="Day"/> where it moved. It stays when holidays change, so it tells occurrences apart.</param>
/// <param name="MovedFor">The holiday it moved off; null where it did not move.</param>
/// <param name="Doubt">Whether a person must say yes before it is sent.</param>
/// <param name="Message">Of a series, the month whose message it is, 1 to 12; else null.</param>
public sealed record Occurrence(DateTimeOffset At, DateOnly Day, DateOnly Due, Holiday? MovedFor, DateDoubt Doubt, int? Message)
{
    public bool AskFirst => Doubt != DateDoubt.None;
}
