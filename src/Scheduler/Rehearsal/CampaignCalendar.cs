using Outreach.Content.Shared;
using Outreach.Content.Store;
using Outreach.Scheduler.Campaigns;
using Outreach.Scheduler.Planning;
using Outreach.Storage;
using Outreach.Storage.Campaigns;

namespace Outreach.Scheduler.Rehearsal;

/// <summary>Drafts, approved, planned and sent campaigns beside holidays and the days of the legal calendar: the one calendar, of the console, the command line and the rehearsal.</summary>
public sealed class CampaignCalendar(CampaignShelf shelf, BroadcastMaker maker, ContentStore content, LocalDay day, TimeProvider time)
{
    /// <summary>More dates of one campaign than any calendar shows.</summary>
    private const int MaxDates = 400;

    /// <summary>Everything on these days, by day; holidays first.</summary>
    public async Task<IReadOnlyList<CalendarDate>> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var campaigns = await shelf.ListAsync(cancellationToken);
        var snapshot = content.Current;
        return [.. snapshot.Holidays.Between(from, to).Select(Of)
            .Concat(snapshot.Events.SelectMany(legal => DatesOf(legal, from, to)))
            .Concat(campaigns.SelectMany(standing => DatesOf(standing, from, to)))
            .OrderBy(date => date.Day).ThenBy(date => date.Kind switch { CalendarKind.Holiday => 0, CalendarKind.Legal => 1, _ => 2 }).ThenBy(date => date.At)];
    }

    /// <summary>The broadcasts of a campaign and the dates that follow them, by time.</summary>
    internal IEnumerable<CalendarDate> DatesOf(CampaignStanding standing, DateOnly from, DateOnly to)
    {
        foreach (var broadcast in standing.Broadcasts)
        {
            if (Of(standing, broadcast) is var date && date.Day >= from && date.Day <= to)
            {
                yield return date;
            }
        }

        foreach (var date in Upcoming(standing, from).TakeWhile(date => date.Day <= to).Where(date => date.Day >= from))
        {
            yield return Of(standing, date.At) with { Date = date, IsUncertain = date.AskFirst };
        }
    }

    private IReadOnlyList<Occurrence> Upcoming(CampaignStanding standing, DateOnly from)
    {
        if (standing.Campaign.State is CampaignState.Done or CampaignState.Cancelled)
        {
            return [];
        }

        var now = time.GetUtcNow();
        var start = LocalClock.Instant(from, TimeOnly.MinValue, day.Zone).AddTicks(-1);
        var planned = standing.Broadcasts.Select(b => CampaignPlan.FromJson(b.Plan).Due).Max();
        return [.. maker.Dates(standing.Plan, start > now ? start : now, MaxDates).Where(date => planned is null || date.Due > planned)];
    }

    private CalendarDate Of(CampaignStanding standing, Broadcast broadcast)
    {
        var plan = CampaignPlan.FromJson(broadcast.Plan);
        return Of(standing, broadcast.StartedAt ?? broadcast.PlannedAt) with
        {
            PlannedAt = broadcast.PlannedAt,
            BroadcastId = broadcast.Id,
            OfBroadcast = broadcast.State,
            Date = plan.Due is { } due && maker.DateOf(plan, due) is { } date ? date with { Doubt = plan.Doubt } : null,
            IsUncertain = broadcast.State == BroadcastState.Waiting || plan.Doubt != DateDoubt.None,
        };
    }

    private CalendarDate Of(CampaignStanding standing, DateTimeOffset at) => new()
    {
        Kind = CalendarKind.Campaign,
        Day = DayOf(at),
        Until = DayOf(at),
        Name = new Localized(standing.Campaign.Title, standing.Campaign.Title),
        At = at,
        PlannedAt = at,
        CampaignId = standing.Campaign.Id,
        OfCampaign = standing.Campaign.State,
    };

    private static CalendarDate Of(Holiday holiday) => new()
    {
        Kind = CalendarKind.Holiday,
        Day = holiday.From,
        Until = holiday.To,
        Name = holiday.Name,
        IsUncertain = !holiday.Certain,
    };

    private static IEnumerable<CalendarDate> DatesOf(CalendarEvent legal, DateOnly from, DateOnly to)
    {
        for (var year = from.Year - 1; year <= to.Year; year++)
        {
            if ((legal.Year ?? year) != year || Day(year, legal.Month, legal.Day) is not { } first || Day(year, legal.UntilMonth, legal.UntilDay) is not { } last)
            {
                continue;
            }

            last = last < first ? last.AddYears(1) : last;
            if (first <= to && last >= from)
            {
                yield return new CalendarDate { Kind = CalendarKind.Legal, Day = first, Until = last, Name = legal.Name };
            }
        }
    }

    private static DateOnly? Day(int year, int month, int dayOfMonth) => dayOfMonth <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, dayOfMonth) : null;

    private DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(LocalClock.At(at, day.Zone));
}
