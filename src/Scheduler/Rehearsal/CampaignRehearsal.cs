using System.Globalization;
using Outreach.Scheduler.Campaigns;
using Outreach.Scheduler.Planning;
using Outreach.Storage;
using Outreach.Storage.Campaigns;

namespace Outreach.Scheduler.Rehearsal;

/// <summary>
/// Runs coming weeks on a clock of its own over the real rules: dates and their shifts, audiences, quiet hours, the days kept free between
/// campaigns and each channel's rate. Nothing is sent and nothing is written. Works on PostgreSQL alone.
/// </summary>
public sealed class CampaignRehearsal(CampaignShelf shelf, CampaignCalendar calendar, BroadcastMaker maker, AudienceCohorts cohorts, LocalDay day)
{
    private sealed record Planned(CampaignStanding Standing, CalendarDate Date);

    private sealed class Tally
    {
        public Dictionary<(string, string), long> Sent { get; } = [];
        public SortedDictionary<DateOnly, long> ByDay { get; } = [];
        public long Capped { get; set; }
        public long Closed { get; set; }
        public long PutOff { get; set; }
        public DateTimeOffset? First { get; set; }
        public DateTimeOffset? Last { get; set; }
    }

    /// <param name="perSecond">Messages a second of each channel that can be written to; of others nobody gets one.</param>
    /// <param name="withDrafts">Also what nobody approved yet, as if they had.</param>
    public async Task<RehearsalOutcome> RunAsync(DateOnly from, DateOnly to, IReadOnlyDictionary<string, int> perSecond, bool withDrafts, CancellationToken cancellationToken)
    {
        var open = (await shelf.ListAsync(cancellationToken)).Where(s => s.Campaign.State is not (CampaignState.Done or CampaignState.Cancelled)).ToList();
        var unapproved = withDrafts ? [] : open.Where(s => s.Campaign.State is CampaignState.Draft or CampaignState.Submitted).ToList();
        var planned = open.Except(unapproved)
            .SelectMany(standing => calendar.DatesOf(standing, from, to).Where(IsToCome).Select(date => new Planned(standing, date)))
            .OrderBy(p => p.Date.At).ToList();
        var people = await cohorts.ReadAsync(cancellationToken);
        return new RehearsalOutcome(
            Run(planned, people, perSecond),
            [.. open.Except(unapproved).Where(s => s.Plan.When is null && s.Current is null).Select(s => s.Campaign.Title)],
            [.. unapproved.Select(s => s.Campaign.Title)]);
    }

    private static bool IsToCome(CalendarDate date) => date.State is "draft" or "submitted" or "approved" or "started" or "scheduled" or "waiting";

    private IReadOnlyList<RehearsedBroadcast> Run(IReadOnlyList<Planned> planned, IReadOnlyList<AudienceCohort> people, IReadOnlyDictionary<string, int> perSecond)
    {
        var tallies = planned.Select(_ => new Tally()).ToList();
        // Of each cohort: when it last got a message, and of which broadcast.
        var lastSent = people.Select(cohort => (At: cohort.LastSentAt, Broadcast: -1)).ToArray();
        var channels = perSecond.ToDictionary(rate => rate.Key, rate => new RehearsedChannel(rate.Value, day.Zone), StringComparer.Ordinal);

        bool IsCapped(int cohort, int broadcast, int capDays, DateTimeOffset now) =>
            capDays > 0 && lastSent[cohort] is { At: { } at, Broadcast: var of } && of != broadcast && at > now.AddDays(-capDays);

        long Take(RehearsedPart part, DateTimeOffset now, long count)
        {
            var tally = tallies[part.Broadcast];
            if (IsCapped(part.Cohort, part.Broadcast, part.CapDays, now))
            {
                tally.Capped += count;
                return 0;
            }

            Count(tally, part.Of, now, count);
            lastSent[part.Cohort] = (now, part.Broadcast);
            return count;
        }

        for (var number = 0; number < planned.Count; number++)
        {
            var at = planned[number].Date.At!.Value;
            foreach (var channel in channels.Values)
            {
                channel.RunUntil(at, Take);
            }

            foreach (var parts in PartsOf(planned[number], number, at, people, tallies[number], channels.Keys, IsCapped).GroupBy(part => part.Of.Channel))
            {
                channels[parts.Key].Add(parts);
            }
        }

        foreach (var channel in channels.Values)
        {
            channel.RunUntil(DateTimeOffset.MaxValue, Take);
        }

        return [.. planned.Zip(tallies, Of)];
    }

    private IEnumerable<RehearsedPart> PartsOf(
        Planned broadcast, int number, DateTimeOffset at, IReadOnlyList<AudienceCohort> people, Tally tally, IEnumerable<string> open, Func<int, int, int, DateTimeOffset, bool> isCapped)
    {
        var plan = broadcast.Standing.Plan;
        var quiet = maker.QuietHoursOf(plan);
        for (var cohort = 0; cohort < people.Count; cohort++)
        {
            var of = people[cohort];
            if (!CohortRules.IsMeant(plan.Audience, of))
            {
                continue;
            }

            if (!Reachable.Channels.Contains(of.Channel, StringComparer.Ordinal) || !open.Contains(of.Channel, StringComparer.Ordinal))
            {
                tally.Closed += of.Count;
            }
            else if (isCapped(cohort, number, plan.CapDays, at))
            {
                tally.Capped += of.Count;
            }
            else
            {
                var hours = QuietOf(of, quiet);
                tally.PutOff += hours.Contains(at, day.Zone) ? of.Count : 0;
                yield return new RehearsedPart { Broadcast = number, Cohort = cohort, Of = of, Begins = at, Quiet = hours, CapDays = plan.CapDays, Left = of.Count };
            }
        }
    }

    private static QuietHours QuietOf(AudienceCohort cohort, QuietHours house) => cohort switch
    {
        { QuietFrom: { } from, QuietTo: { } to } when from == to => QuietHours.None,
        { QuietFrom: { } from, QuietTo: { } to } => QuietHours.Parse(string.Create(CultureInfo.InvariantCulture, $"{from / 60:00}:{from % 60:00}-{to / 60:00}:{to % 60:00}"), out _) ?? house,
        _ => house,
    };

    private void Count(Tally tally, AudienceCohort cohort, DateTimeOffset now, long count)
    {
        var key = (cohort.Language, cohort.Channel);
        tally.Sent[key] = tally.Sent.GetValueOrDefault(key) + count;
        var local = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, day.Zone).DateTime);
        tally.ByDay[local] = tally.ByDay.GetValueOrDefault(local) + count;
        tally.First ??= now;
        tally.Last = now;
    }

    private static RehearsedBroadcast Of(Planned planned, Tally tally) => new()
    {
        CampaignId = planned.Standing.Campaign.Id,
        Title = planned.Standing.Campaign.Title,
        State = planned.Date.State!,
        PlannedAt = planned.Date.PlannedAt!.Value,
        MovedFor = planned.Date.Date?.MovedFor,
        AskFirst = planned.Date.IsUncertain,
        Sent = tally.Sent,
        Capped = tally.Capped,
        ChannelClosed = tally.Closed,
        FirstAt = tally.First,
        LastAt = tally.Last,
        ByDay = tally.ByDay,
        PutOff = tally.PutOff,
    };
}
