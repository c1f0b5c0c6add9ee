using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Outreach.Scheduler.Campaigns;
using Outreach.Scheduler.Rehearsal;

namespace Outreach.Bot.CommandLine;

/// <summary>The calendar and a rehearsal as one JSON document each.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(IReadOnlyList<CalendarShown>))]
[JsonSerializable(typeof(RehearsalShown))]
internal sealed partial class RehearsalJson : JsonSerializerContext
{
    private static readonly RehearsalJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Of(IReadOnlyList<CalendarDate> dates, TimeZoneInfo zone) => JsonSerializer.Serialize(
        [.. dates.Select(date => new CalendarShown(
            Words.Of(date.Kind), date.Day, date.Until, date.At is { } at ? TimeZoneInfo.ConvertTime(at, zone).ToString("HH:mm", CultureInfo.InvariantCulture) : null,
            date.Name.Vi, date.PlannedAt?.UtcDateTime, date.CampaignId, date.State, date.Date?.MovedFor?.Id, date.IsUncertain))],
        Readable.IReadOnlyListCalendarShown);

    public static string Of(RehearsalOutcome outcome, DateOnly from, DateOnly to, IReadOnlyDictionary<string, int> rates) => JsonSerializer.Serialize(
        new RehearsalShown(from, to, rates, [.. outcome.Broadcasts.Select(Of)], outcome.Unplanned, outcome.Unapproved), Readable.RehearsalShown);

    private static BroadcastShown Of(RehearsedBroadcast broadcast) => new(
        broadcast.CampaignId, broadcast.Title, broadcast.State, broadcast.PlannedAt.UtcDateTime, broadcast.MovedFor?.Id, broadcast.AskFirst, broadcast.Total,
        broadcast.Sent.GroupBy(sent => sent.Key.Language).ToDictionary(group => group.Key, group => group.Sum(sent => sent.Value)),
        broadcast.Sent.GroupBy(sent => sent.Key.Channel).ToDictionary(group => group.Key, group => group.Sum(sent => sent.Value)),
        broadcast.Capped, broadcast.ChannelClosed, broadcast.PutOff, broadcast.FirstAt?.UtcDateTime, broadcast.LastAt?.UtcDateTime,
        [.. broadcast.ByDay.Select(day => new DayShown(day.Key, day.Value))]);
}

internal sealed record CalendarShown(
    string Kind, DateOnly Day, DateOnly Until, string? Time, string Name, DateTime? PlannedAt, Guid? CampaignId, string? State, string? MovedFor, bool Uncertain);

internal sealed record RehearsalShown(
    DateOnly From, DateOnly To, IReadOnlyDictionary<string, int> PerSecond, IReadOnlyList<BroadcastShown> Broadcasts, IReadOnlyList<string> Unplanned, IReadOnlyList<string> Unapproved);

internal sealed record BroadcastShown(
    Guid CampaignId, string Title, string State, DateTime PlannedAt, string? MovedFor, bool AskFirst, long Recipients,
    IReadOnlyDictionary<string, long> ByLanguage, IReadOnlyDictionary<string, long> ByChannel,
    long Capped, long ChannelClosed, long PutOff, DateTime? FirstAt, DateTime? LastAt, IReadOnlyList<DayShown> ByDay);

internal sealed record DayShown(DateOnly Day, long Count);
