using Microsoft.EntityFrameworkCore;
using Outreach.Scheduler.Campaigns;
using Outreach.Scheduler.Delivery;
using Outreach.Storage;
using Outreach.Storage.Campaigns;
using Outreach.Storage.Subscribers;

namespace Outreach.Staff.Campaigns;

/// <summary>What came of a broadcast, in counts.</summary>
internal sealed class BroadcastResults(OutreachDb db, BroadcastFigures figures, LocalDay day)
{
    /// <summary>Under this name the bot counts presses, by the button's tag.</summary>
    private const string TapCounter = "tap";

    private const int MaxHours = 72;

    public async Task<Shown> ReadAsync(Broadcast broadcast, CancellationToken cancellationToken)
    {
        var tallies = await figures.TallyAsync(broadcast.Id, cancellationToken);
        var left = await figures.CountLeftAsync(broadcast.Id, cancellationToken);
        var (taps, choices) = await ReadTapsAsync(broadcast, cancellationToken);
        return new Shown(
            [.. tallies.GroupBy(t => t.State).OrderBy(group => group.Key).Select(group => (group.Key, Sum(group)))],
            [.. tallies.Where(t => t.Cause is not null && t.State is not DeliveryState.Sent).GroupBy(t => (t.State, Cause: t.Cause!.Value)).OrderByDescending(Sum).Select(group => (group.Key.State, group.Key.Cause, Sum(group)))],
            [.. tallies.Where(t => t.Hour is not null && t.State == DeliveryState.Sent).GroupBy(t => TimeZoneInfo.ConvertTime(t.Hour!.Value, day.Zone)).OrderBy(group => group.Key).Select(group => (group.Key, Sum(group))).Take(MaxHours)],
            [.. tallies.GroupBy(t => t.Channel).OrderByDescending(Sum).Select(group => (group.Key, Sum(group.Where(t => t.State == DeliveryState.Sent)), Sum(group)))],
            taps,
            choices,
            left.GetValueOrDefault(Withdrawal.Asked),
            left.GetValueOrDefault(Withdrawal.Blocked));

        static long Sum(IEnumerable<DeliveryTally> some) => some.Sum(tally => tally.Count);
    }

    private async Task<(IReadOnlyList<(string Answer, long Count)> Taps, IReadOnlyList<(string Choice, bool IsRight, long Count)> Choices)> ReadTapsAsync(Broadcast broadcast, CancellationToken cancellationToken)
    {
        var id = new BroadcastTag(broadcast.Id, 1, false).ToString()[..^1];
        var counted = await db.DailyCounters.AsNoTracking().Where(c => c.Name == TapCounter && c.Topic.StartsWith(id)).GroupBy(c => c.Topic)
            .Select(group => new { Topic = group.Key, Count = group.Sum(c => c.Count) }).ToDictionaryAsync(row => row.Topic[id.Length..], row => row.Count, cancellationToken);
        if (counted.Count == 0)
        {
            return ([], []);
        }

        var message = CampaignPlan.FromJson(broadcast.Plan).MessageOf(null);
        return (
            [.. message.Buttons.Select((answer, place) => (answer, counted.GetValueOrDefault(Forms.FormText.Of(place + 1))))],
            message.In("vi").Quiz is { } quiz
                ? [.. quiz.Choices.Select((choice, place) => (choice, place == quiz.Right, counted.GetValueOrDefault("q" + Forms.FormText.Of(place + 1))))]
                : []);
    }

    /// <param name="Hours">On the organisation's clock; at most three days of them.</param>
    /// <param name="Channels">Channel, how many got it, how many it was meant for.</param>
    /// <param name="Left">Asked for no more messages within three days of it.</param>
    /// <param name="Blocked">Blocked the bot, or left, within three days of it.</param>
    internal sealed record Shown(
        IReadOnlyList<(DeliveryState State, long Count)> States,
        IReadOnlyList<(DeliveryState State, DeliveryCause Cause, long Count)> Causes,
        IReadOnlyList<(DateTimeOffset Hour, long Count)> Hours,
        IReadOnlyList<(string Channel, long Sent, long All)> Channels,
        IReadOnlyList<(string Answer, long Count)> Taps,
        IReadOnlyList<(string Choice, bool IsRight, long Count)> Choices,
        long Left,
        long Blocked);
}
