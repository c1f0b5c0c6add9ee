using System.Globalization;

namespace Outreach.Bot.Help;

/// <summary>When somebody reads requests, by the week. Days off are not in it, and what is told to workers says so.</summary>
internal sealed class StaffHours
{
    private static readonly string[] Names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    private readonly IReadOnlyList<Span> _spans;

    private StaffHours(IReadOnlyList<Span> spans) => _spans = spans;

    /// <summary>Nothing was configured.</summary>
    public bool IsUnknown => _spans.Count == 0;

    public IReadOnlyList<Span> Spans => _spans;

    /// <summary>Null when it is not of the form of <see cref="HelpOptions.Hours"/>.</summary>
    public static StaffHours? TryParse(string text)
    {
        var spans = new List<Span>();
        foreach (var part in text.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var days, var hours] || Days(days) is not var (first, last)
                || hours.Split('-') is not [var from, var to] || Time(from) is not { } opens || Time(to) is not { } closes || closes <= opens || last < first)
            {
                return null;
            }

            spans.Add(new Span(first, last, opens, closes));
        }

        return new StaffHours(spans);
    }

    public bool IsOpen(DateTime local) => _spans.Any(span => span.Holds(Day(local)) && TimeOnly.FromDateTime(local) is var now && now >= span.Opens && now < span.Closes);

    /// <summary>When it opens next; null when nothing was configured.</summary>
    public DateTime? NextOpening(DateTime local) => Enumerable.Range(0, 8)
        .SelectMany(ahead => _spans.Where(span => span.Holds(Day(local.AddDays(ahead)))).Select(span => local.Date.AddDays(ahead) + span.Opens.ToTimeSpan()))
        .Where(opens => opens > local)
        .Select(opens => (DateTime?)opens)
        .Min();

    /// <summary>Monday is 0.</summary>
    public static int Day(DateTime local) => ((int)local.DayOfWeek + 6) % 7;

    private static (int First, int Last)? Days(string text) => text.Split('-') switch
    {
        [var one] when Index(one) is >= 0 and var day => (day, day),
        [var first, var last] when Index(first) is >= 0 and var from && Index(last) is >= 0 and var to => (from, to),
        _ => null,
    };

    private static int Index(string name) => Array.FindIndex(Names, known => known.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static TimeOnly? Time(string text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <param name="First">Of the days; Monday is 0.</param>
    internal sealed record Span(int First, int Last, TimeOnly Opens, TimeOnly Closes)
    {
        public bool Holds(int day) => day >= First && day <= Last;
    }
}
