using System.Globalization;
using Outreach.Content.Shared;
using Outreach.Content.Store;
using Outreach.Scheduler.Campaigns;
using Outreach.Storage;
using Outreach.Storage.Campaigns;

namespace Outreach.Staff.Campaigns;

/// <summary>What is sent when: broadcasts that were or will be, the further dates of every plan, holidays, and the legal calendar.</summary>
internal sealed class SendCalendar(CampaignShelf shelf, BroadcastMaker maker, ContentStore content, CampaignWords words, LocalDay day, TimeProvider time)
{
    /// <summary>A monthly plan has one a month, a year of them and some more.</summary>
    private const int MostDates = 40;

    public async Task<IReadOnlyDictionary<DateOnly, CalendarDay>> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var (snapshot, now) = (content.Current, time.GetUtcNow());
        var entries = (await shelf.ListAsync(cancellationToken)).SelectMany(standing => EntriesOf(standing, now)).Where(entry => entry.Day >= from && entry.Day <= to).ToLookup(entry => entry.Day);
        var holidays = snapshot.Holidays.Between(from, to).ToList();
        var days = new Dictionary<DateOnly, CalendarDay>();
        for (var date = from; date <= to; date = date.AddDays(1))
        {
            var holiday = holidays.Where(each => each.Holds(date)).OrderByDescending(each => each.Certain).FirstOrDefault();
            days[date] = new CalendarDay(
                date,
                date == day.Today,
                holiday,
                [.. snapshot.Events.Where(each => Holds(each, date) && !IsSame(each, holiday))],
                [.. entries[date].OrderBy(entry => entry.At)]);
        }

        return days;
    }

    private IEnumerable<CalendarEntry> EntriesOf(CampaignStanding standing, DateTimeOffset now)
    {
        foreach (var broadcast in standing.Broadcasts.Where(b => b.State != BroadcastState.Cancelled))
        {
            yield return Entry(broadcast.Id, standing, broadcast.StartedAt ?? broadcast.PlannedAt, "broadcast-" + broadcast.State, null);
        }

        if (standing.Campaign.State is CampaignState.Cancelled or CampaignState.Done)
        {
            yield break;
        }

        // The first date of what has begun is a broadcast already.
        var after = standing.Broadcasts.Count == 0 ? now : standing.Broadcasts.Max(b => b.PlannedAt) is var last && last > now ? last : now;
        foreach (var date in maker.Dates(standing.Plan, after, MostDates))
        {
            yield return Entry(standing.Campaign.Id, standing, date.At, standing.Campaign.State == CampaignState.Started ? "to-come" : "state-" + standing.Campaign.State, words.Note(date));
        }
    }

    private CalendarEntry Entry(Guid id, CampaignStanding standing, DateTimeOffset at, string state, string? note) =>
        new(id, standing.Campaign.Title, at, words.DayOf(at), state, note);

    /// <summary>A public holiday stands in the legal calendar too, perhaps with its marks on other letters.</summary>
    private static bool IsSame(CalendarEvent each, Holiday? holiday) => holiday is not null
        && CultureInfo.InvariantCulture.CompareInfo.Compare(each.Name.Vi, holiday.Name.Vi, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) == 0;

    private static bool Holds(CalendarEvent each, DateOnly date)
    {
        if (each.Year is { } year && year != date.Year)
        {
            return false;
        }

        var (first, last, now) = ((each.Month * 100) + each.Day, (each.UntilMonth * 100) + each.UntilDay, (date.Month * 100) + date.Day);
        return first <= last ? now >= first && now <= last : now >= first || now <= last;
    }
}
