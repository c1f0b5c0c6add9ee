namespace Outreach.Cases.PersonalData;

/// <summary>How the groups from <paramref name="first"/> on look: their digits, and whether they are rather money or a date.</summary>
internal sealed class NumberShape(Reading reading, List<DigitGroup> run, int first)
{
    /// <summary>Vietnamese mobile (10 digits, 11 before 2018) and landline, with 0 or 84; a number of another country with its plus is not seen here.</summary>
    public static bool IsPhone(string digits)
    {
        var local = digits switch
        {
            ['0', '0', '8', '4', .. var rest] => Zero(rest),
            ['8', '4', .. var rest] when digits.Length is >= 11 and <= 13 => Zero(rest),
            _ => digits,
        };
        return local switch
        {
            ['0', '3' or '5' or '7' or '8' or '9', ..] => local.Length == 10,
            ['0', '2', ..] => local.Length is 10 or 11,
            ['0', '1', '2' or '6' or '8' or '9', ..] => local.Length == 11,
            _ => false,
        };
    }

    /// <summary>Public numbers that cost the same everywhere; they lead to no one.</summary>
    public static bool IsHotline(string digits) =>
        digits.Length is >= 6 and <= 10 && (digits.StartsWith("1900", StringComparison.Ordinal) || digits.StartsWith("1800", StringComparison.Ordinal));

    /// <summary>The furthest group with which the digits fit. Null when they never do.</summary>
    public int? Last(Func<string, bool> fits)
    {
        int? last = null;
        var digits = "";
        for (var i = first; i < run.Count && digits.Length + run[i].Digits.Length <= 20; i++)
        {
            digits += run[i].Digits;
            if (fits(digits))
            {
                last = i;
            }
        }

        return last;
    }

    public string Digits(int from, int to) => string.Concat(Enumerable.Range(from, to - from + 1).Select(i => run[i].Digits));

    /// <summary>Thousands: up to three digits, then threes ("5.000.000", "12 000 000").</summary>
    public bool IsMoney(int last)
    {
        if (last == first)
        {
            var digits = run[first].Digits;
            return digits.Length >= 8 && digits.EndsWith("00000", StringComparison.Ordinal) && digits[0] != '0' && digits.Length <= 10;
        }

        var sign = reading.Text[reading[run[first].Last].End];
        if (run[first].Digits.Length > 3 || run[first].Digits[0] == '0')
        {
            return false;
        }

        for (var i = first + 1; i <= last; i++)
        {
            if (run[i].Digits.Length != 3 || reading.Text[reading[run[i].First].Start - 1] is var before && before != sign)
            {
                return false;
            }
        }

        return sign is '.' or ',' || sign == ' ' && run[last].Digits == "000";
    }

    /// <summary>"12-05-2021", "01.07.2026", and years in a row.</summary>
    public bool IsDate(int last) =>
        last == first + 2 && run[first].Digits.Length <= 2 && run[first + 1].Digits.Length <= 2 && IsYear(run[last].Digits)
        || last == first + 2 && IsYear(run[first].Digits) && run[first + 1].Digits.Length <= 2 && run[last].Digits.Length <= 2
        || Enumerable.Range(first, last - first + 1).All(i => IsYear(run[i].Digits))
        || last == first && run[first].Digits is { Length: 8 } one && IsYear(one[4..]) && one[..4] is var dayMonth && int.Parse(dayMonth[..2], null) is >= 1 and <= 31 && int.Parse(dayMonth[2..], null) is >= 1 and <= 12;

    /// <summary>Parted as long numbers are: some group of three or more.</summary>
    public bool LooksGrouped(int last) => Enumerable.Range(first, last - first + 1).Any(i => run[i].Digits.Length >= 3);

    private static bool IsYear(string digits) => digits.Length == 4 && (digits.StartsWith("19", StringComparison.Ordinal) || digits.StartsWith("20", StringComparison.Ordinal));

    private static string Zero(ReadOnlySpan<char> rest) => rest is ['0', ..] ? rest.ToString() : string.Concat("0", rest);
}
