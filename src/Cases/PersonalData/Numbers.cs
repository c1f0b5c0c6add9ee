using System.Buffers;

namespace Outreach.Cases.PersonalData;

/// <summary>Phone, identity and account numbers, however their digits are parted or spelled.</summary>
internal static class Numbers
{
    private const int MaxDigits = 20;

    private static readonly SearchValues<char> Between = SearchValues.Create(" .-–—‑·•。~*|()_\u00a0\uFE0F\u20E3+");

    private static readonly SearchValues<char> BetweenWords = SearchValues.Create(" .,-–—…/;");
    private static readonly WordList Pauses = new("rồi rùi xong tới tiếp");

    private static readonly WordList Units = new(
        "tháng ngày năm triệu tr k lần người tuổi đồng giờ h phút con đứa ngàn nghìn củ tỷ tỉ vnd vnđ đ usd đô công cái bộ km cây kg lít mét tiếng ca tuần buổi chị anh em tờ thùng");

    public static void Mark(Reading reading)
    {
        var run = new List<DigitGroup>();
        for (var i = 0; i < reading.Count; i++)
        {
            if (DigitGroup.At(reading, i) is not { } group)
            {
                continue;
            }

            if (run.Count > 0 && !Joins(reading, run[^1], group) && !Slashed(reading, run, group))
            {
                Decide(reading, run);
                run.Clear();
            }

            run.Add(group);
            i = Math.Max(i, group.Last);
        }

        Decide(reading, run);
    }

    /// <summary>Whether nothing but what parts digits of one number stands between: blanks, dots, dashes, brackets, or a comma between spelled ones.</summary>
    private static bool Joins(Reading reading, DigitGroup before, DigitGroup after)
    {
        var from = reading[before.Last].End;
        var between = reading.Text.AsSpan(from, reading[after.First].Start - from);
        if (between.Length is 0 or > 6 || between.Length > 3 && !before.Spelled && !after.Spelled)
        {
            return false;
        }

        var literal = !before.Spelled && !after.Spelled;
        if (!literal && between.Length <= 6 && (between.IndexOfAnyExcept(BetweenWords) < 0 || Pauses.Has(reading[before.Last + 1]) && after.First == before.Last + 2))
        {
            return !between.Contains('\n');
        }

        if (between.StartsWith(",") || between.StartsWith("."))
        {
            // "0 3 6 4. 2 2 8. 9 1 7": one digit at a time, with a rest.
            return before.Digits.Length == 1 && after.Digits.Length == 1 && between.Length == 2 && between[1] == ' ' || between.Length == 1 || !literal && between[0] == ',' || between.IndexOfAnyExcept('.') < 0;
        }

        return between.IndexOfAnyExcept(Between) < 0 && !(between.Contains('+') && !between.StartsWith("+"));
    }

    /// <summary>"0912/884/306", "0912, 345, 678": a slash or a comma parts the digits of a phone only; elsewhere it is a date, a law, a list.</summary>
    private static bool Slashed(Reading reading, List<DigitGroup> run, DigitGroup after) =>
        run[0].Digits is ['0', _, _, _, ..] && run.Count <= 3 && after.Digits.Length is >= 2 and <= 4 && !after.Spelled
        && after.First == run[^1].Last + 2 && (reading.Is(after.First - 1, '/') || reading.Is(after.First - 1, ',')) && reading.Gap(after.First).Length <= 1
        && run.Sum(group => group.Digits.Length) + after.Digits.Length <= 10;

    private static void Decide(Reading reading, List<DigitGroup> run)
    {
        var total = run.Sum(group => group.Digits.Length);
        if (total < 8)
        {
            return;
        }

        var phones = new bool[run.Count];
        for (var i = 0; i < run.Count; i++)
        {
            phones[i] = new NumberShape(reading, run, i).Last(NumberShape.IsPhone) is not null;
        }

        for (var i = 0; i < run.Count;)
        {
            var (last, kind) = Best(reading, run, phones, i);
            if (kind is { } found)
            {
                Take(reading, run[i], run[last], found);
            }

            i = last + 1;
        }
    }

    private static void Take(Reading reading, DigitGroup first, DigitGroup last, PersonalKind kind)
    {
        var from = first.First;
        while (reading.IsFree(from - 1) && (reading.Is(from - 1, '+') || reading.Is(from - 1, '(')) && reading.Glued(from))
        {
            from--;
        }

        reading.Take(from, last.Last, kind);
    }

    /// <summary>The number that begins with this group: its last group, and its kind. Without a kind the groups up to the last are passed over.</summary>
    private static (int Last, PersonalKind? Kind) Best(Reading reading, List<DigitGroup> run, bool[] phones, int first)
    {
        var cue = Cue.Before(reading, run[first].First);
        var shape = new NumberShape(reading, run, first);
        if (cue != PersonalKind.Account && shape.Last(NumberShape.IsHotline) is { } hotline && run[hotline].Digits.Length < 8)
        {
            return (hotline, null);
        }

        var end = EndOfNumber(reading, run, first);
        if (cue == PersonalKind.Account && shape.Digits(first, end) is { Length: >= 8 and <= 19 } account && !NumberShape.IsPhone(account)
            && !shape.IsMoney(end) && !shape.IsDate(end))
        {
            return (end, PersonalKind.Account);
        }

        if (cue == PersonalKind.Identity && shape.Last(digits => digits.Length is 12 or 9 or 10) is { } said && !shape.IsDate(said))
        {
            return (said, PersonalKind.Identity);
        }

        if (shape.Last(NumberShape.IsPhone) is { } phone && !shape.IsDate(phone))
        {
            return (phone, PersonalKind.Phone);
        }

        // A phone further on in the same run is worth more than a guess from here.
        for (var later = first + 1; later <= end; later++)
        {
            if (phones[later])
            {
                return (later - 1, null);
            }
        }

        // Of another country: "+855 12 345 678".
        if (reading.Is(run[first].First - 1, '+') && reading.Glued(run[first].First) && shape.Digits(first, end) is { Length: >= 9 and <= 15 } abroad && !abroad.EndsWith("000", StringComparison.Ordinal))
        {
            return (end, PersonalKind.Phone);
        }

        if (Papers.IsGoods(reading, run[first].First) && !(shape.Digits(first, end) is ['0', ..] and { Length: 10 or 11 }))
        {
            return (end, null);
        }

        return Guess(shape, run, first, end, cue, Cue.BankAfter(reading, run[end].Last), Units.Has(reading[run[end].Last + 1]));
    }

    private static (int Last, PersonalKind? Kind) Guess(NumberShape shape, List<DigitGroup> run, int first, int end, PersonalKind? cue, bool bankAfter, bool unitAfter)
    {
        var digits = shape.Digits(first, end);
        var spelled = run[first].Spelled || run[end].Spelled;
        if (cue == PersonalKind.Phone && !unitAfter && (digits.Length == 9 && digits[0] is '3' or '5' or '7' or '8' or '9' || digits.Length == 8 && digits[0] is '2' or '3' or '6' or '7')
            && !digits.EndsWith("000", StringComparison.Ordinal) && !shape.IsDate(end))
        {
            return (end, PersonalKind.Phone);
        }

        if (shape.IsDate(end) || cue is null && shape.IsMoney(end) || shape.IsMoney(end) && unitAfter || digits.Length < 8)
        {
            return (end, null);
        }

        if (bankAfter && digits.Length is >= 8 and <= 19)
        {
            return (end, PersonalKind.Account);
        }

        if (cue is { } kind && !unitAfter && digits.Length is >= 8 and <= 15 && !shape.IsMoney(end) && (kind != PersonalKind.Phone || digits.Length >= 9 && !digits.EndsWith("000", StringComparison.Ordinal)))
        {
            return (end, kind == PersonalKind.Phone && digits.Length > 12 ? PersonalKind.Account : kind);
        }

        if (spelled || unitAfter)
        {
            return (end, null);
        }

        var whole = first == end;
        return digits.Length switch
        {
            12 when digits[0] == '0' => (end, PersonalKind.Identity),
            9 when whole && !digits.EndsWith("000", StringComparison.Ordinal) => (end, PersonalKind.Identity),
            >= 10 and <= 19 when whole && !digits.EndsWith("00000", StringComparison.Ordinal) => (end, PersonalKind.Account),
            >= 11 and <= 19 when !whole && shape.LooksGrouped(end) => (end, PersonalKind.Account),
            _ => (end, null),
        };
    }

    /// <summary>As many groups as one number can have; a count that follows it ("… 2 tháng") is left out.</summary>
    private static int EndOfNumber(Reading reading, List<DigitGroup> run, int first)
    {
        var end = first;
        var digits = run[first].Digits.Length;
        while (end + 1 < run.Count && digits + run[end + 1].Digits.Length < MaxDigits && !(run[end].Digits.Length >= 9 && run[end + 1].Digits.Length >= 9))
        {
            digits += run[++end].Digits.Length;
        }

        return end > first && run[end].Digits.Length <= 3 && digits - run[end].Digits.Length >= 8 && Units.Has(reading[run[end].Last + 1]) ? end - 1 : end;
    }
}
