using System.Globalization;
using System.Text.RegularExpressions;
using Outreach.Bot.Turns;

namespace Outreach.Bot.Preferences;

/// <summary>Hours as people type them: "22:00-6:00", "từ 22h đến 6h30", "10pm - 6am".</summary>
internal static partial class HoursText
{
    private const int LongestText = 60;
    private const int Hour = 60;
    private const int Day = 24 * Hour;

    /// <summary>Somebody with less than this left of the day would never hear from us.</summary>
    private const int LeastFree = 4 * Hour;

    /// <summary>Null when no hours are meant.</summary>
    /// <param name="tooLong">They leave less than four hours of the day; then the result is null too.</param>
    public static (short From, short To)? Read(string text, out bool tooLong)
    {
        tooLong = false;
        if (text.Length > LongestText || Span().Match(TypedText.WithoutMarks(text).ToLowerInvariant()) is not { Success: true } found
            || Minute(found.Groups["h1"], found.Groups["m1"], found.Groups["d1"]) is not { } from
            || Minute(found.Groups["h2"], found.Groups["m2"], found.Groups["d2"]) is not { } to
            || from == to)
        {
            return null;
        }

        tooLong = (to - from + Day) % Day > Day - LeastFree;
        return tooLong ? null : ((short)from, (short)to);
    }

    /// <summary>"07:00–15:00".</summary>
    public static string Of(short from, short to) => string.Create(
        CultureInfo.InvariantCulture, $"{from / Hour:00}:{from % Hour:00}–{to / Hour:00}:{to % Hour:00}");

    /// <summary>As a button carries them: "0700-1500".</summary>
    public static string Packed(short from, short to) => string.Create(
        CultureInfo.InvariantCulture, $"{from / Hour:00}{from % Hour:00}-{to / Hour:00}{to % Hour:00}");

    /// <summary>The way back of <see cref="Packed"/>; null when it is none.</summary>
    public static (short From, short To)? Unpack(string packed) =>
        packed.Length == 9 ? Read($"{packed[..2]}:{packed[2..4]}-{packed[5..7]}:{packed[7..]}", out _) : null;

    private static int? Minute(Group hour, Group minute, Group half)
    {
        var h = int.Parse(hour.ValueSpan, CultureInfo.InvariantCulture);
        var m = minute.Success ? int.Parse(minute.ValueSpan, CultureInfo.InvariantCulture) : 0;
        if (half.Success)
        {
            h = h is 0 or > 12 ? 99 : (h % 12) + (half.ValueSpan is "pm" ? 12 : 0);
        }

        return h > 24 || m > 59 || (h == 24 && m > 0) ? null : ((h * Hour) + m) % Day;
    }

    /// <summary>Two times of day and a dash or "to" between them, with few words around: "toi nghi tu 7h den 15h".</summary>
    [GeneratedRegex(
        @"^[a-z ,]{0,25}?\b(?<h1>\d{1,2})(?:\s?(?:[:.]|h|g|gio)\s?(?<m1>\d{2})?)?\s?(?<d1>am|pm)?(?: ?sang| ?trua| ?chieu| ?toi| ?dem)?\s?(?:-|–|—|->|den|toi|to|till|until)\s?(?<h2>\d{1,2})(?:\s?(?:[:.]|h|g|gio)\s?(?<m2>\d{2})?)?\s?(?<d2>am|pm)?(?: ?sang| ?trua| ?chieu| ?toi| ?dem)?[ .!]*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Span();
}
