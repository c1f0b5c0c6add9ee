using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Outreach.Content.Shared;
using Outreach.Content.Store;
using Outreach.Scheduler.Rehearsal;
using Outreach.Staff.Access;
using Outreach.Staff.Campaigns;
using Outreach.Staff.Campaigns.Forms;
using Outreach.Staff.Frame;
using Outreach.Storage;

namespace Outreach.Staff.Areas.Staff.Pages.Calendar;

/// <summary>A month day by day, or a year month by month: what is sent, holidays, and the days of the legal calendar.</summary>
internal sealed class ShowModel(CampaignCalendar calendar, ContentStore content, LocalDay today) : StaffPage
{
    private const int FirstYear = 2020;
    private const int LastYear = 2100;

    /// <summary>A month, as <c>2026-11</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "thang")]
    public string? MonthText { get; set; }

    /// <summary>A year.</summary>
    [BindProperty(SupportsGet = true, Name = "nam")]
    public string? YearText { get; set; }

    public bool IsYear { get; private set; }

    /// <summary>Its first day.</summary>
    public DateOnly First { get; private set; }

    public IReadOnlyDictionary<DateOnly, CalendarDay> Days { get; private set; } = new Dictionary<DateOnly, CalendarDay>();

    /// <summary>Whether what stands in the calendar may be opened.</summary>
    public bool MayOpen => AccessTable.Allows("/chien-dich/{id}", Me.Role);

    public string Before => IsYear ? Year(First.Year - 1) : Month(First.AddMonths(-1));
    public string After => IsYear ? Year(First.Year + 1) : Month(First.AddMonths(1));
    public string Other => IsYear ? Month(First.Year == today.Today.Year ? today.Today : First) : Year(First.Year);

    /// <summary>The weeks of the month, Monday first; null = a day of another month.</summary>
    public IEnumerable<IReadOnlyList<CalendarDay?>> Weeks()
    {
        var start = First.AddDays(-(((int)First.DayOfWeek + 6) % 7));
        for (var monday = start; monday < First.AddMonths(1); monday = monday.AddDays(7))
        {
            yield return [.. Enumerable.Range(0, 7).Select(number => Days.GetValueOrDefault(monday.AddDays(number)))];
        }
    }

    /// <summary>What a month of the legal calendar is about; null where nothing is written.</summary>
    public CalendarMonth? ThemeOf(int month) => content.Current.Months.FirstOrDefault(each => each.Month == month);

    public static string Month(DateOnly day) => "/lich-gui?thang=" + FormText.Month(day);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        IsYear = YearText is not null;
        DateOnly? chosen = IsYear ? FormText.FirstOfMonth(YearText + "-01") : MonthText is null ? today.Today : FormText.FirstOfMonth(MonthText);
        if (chosen is not { Year: >= FirstYear and <= LastYear } day)
        {
            return NoSuchThing();
        }

        First = new DateOnly(day.Year, day.Month, 1);
        var after = IsYear ? First.AddYears(1) : First.AddMonths(1);
        var dates = await calendar.ReadAsync(First, after.AddDays(-1), cancellationToken);
        Days = Enumerable.Range(0, after.DayNumber - First.DayNumber).Select(First.AddDays).ToDictionary(each => each, each => CalendarDay.Of(each, today.Today, dates));
        return Page();
    }

    private static string Year(int year) => "/lich-gui?nam=" + year.ToString(CultureInfo.InvariantCulture);
}
