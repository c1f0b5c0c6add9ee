using System.Globalization;
using System.Text;
using Outreach.Scheduler.Rehearsal;

namespace Outreach.Bot.CommandLine;

/// <summary>The calendar and a rehearsal in words for a terminal.</summary>
internal static class RehearsalText
{
    public static string Of(IReadOnlyList<CalendarDate> dates, TimeZoneInfo zone)
    {
        var text = new StringBuilder();
        foreach (var month in dates.GroupBy(date => (date.Day.Year, date.Day.Month)))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{month.Key.Year}-{month.Key.Month:00}");
            foreach (var date in month)
            {
                var time = date.At is { } at ? TimeZoneInfo.ConvertTime(at, zone).ToString("HH:mm", CultureInfo.InvariantCulture) : "";
                var until = date.Until == date.Day ? "" : $" – {date.Until:dd/MM}";
                var kind = date.Kind == CalendarKind.Campaign ? date.State : date.Kind == CalendarKind.Holiday ? "holiday" : "legal day";
                text.AppendLine(CultureInfo.InvariantCulture, $"  {date.Day:dd ddd} {time,-5} {kind,-10} {date.Name.Vi}{until}{Notes(date.Date?.MovedFor?.Name.Vi, date.IsUncertain)}");
            }
        }

        return text.Length == 0 ? "Nothing in these months." : text.ToString().TrimEnd();
    }

    public static string Of(RehearsalOutcome outcome, IReadOnlyDictionary<string, int> rates, TimeZoneInfo zone)
    {
        var text = new StringBuilder();
        text.AppendLine("A rehearsal: nothing is sent. " + string.Join(", ", rates.Select(rate => $"{rate.Key} {rate.Value} a second")) + ".");
        foreach (var broadcast in outcome.Broadcasts)
        {
            text.AppendLine();
            text.AppendLine(CultureInfo.InvariantCulture, $"{CampaignText.TimeText(broadcast.PlannedAt, zone)}  {broadcast.Title} ({broadcast.State}){Notes(broadcast.MovedFor?.Name.Vi, broadcast.AskFirst)}");
            text.AppendLine(CultureInfo.InvariantCulture, $"  {broadcast.Total} messages: {(broadcast.Total == 0 ? "an audience of nobody" : string.Join(", ", broadcast.Sent.OrderBy(sent => sent.Key).Select(sent => $"{sent.Value} {sent.Key.Language} on {sent.Key.Channel}")))}");
            if (broadcast is { FirstAt: { } first, LastAt: { } last })
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  from {CampaignText.TimeText(first, zone)} to {CampaignText.TimeText(last, zone)}; {broadcast.PutOff} put off by quiet hours");
            }

            foreach (var (day, count) in broadcast.ByDay.Skip(1))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  carried over to {day:yyyy-MM-dd}: {count}");
            }

            text.AppendLine(CultureInfo.InvariantCulture, $"  not written to: {broadcast.Capped} got another campaign shortly before, {broadcast.ChannelClosed} on a channel that cannot be written to");
        }

        Named(text, "Without a date, sent when started", outcome.Unplanned);
        Named(text, "Not approved, left out (--drafts takes them in)", outcome.Unapproved);
        return text.ToString().TrimEnd();
    }

    private static void Named(StringBuilder text, string what, IReadOnlyList<string> titles)
    {
        if (titles.Count > 0)
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{what}: {string.Join("; ", titles)}");
        }
    }

    private static string Notes(string? movedFor, bool uncertain) =>
        string.Concat(movedFor is null ? "" : $" [moved off {movedFor}]", uncertain ? " [uncertain: a person must say yes]" : "");
}
