namespace Outreach.Cases.PersonalData;

/// <summary>Digits without anything between: "0912", "o9o5", "không", "0chín12".</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="Spelled">There is a digit in it written as a word.</param>
internal readonly record struct DigitGroup(int First, int Last, string Digits, bool Spelled)
{
    private static readonly Dictionary<string, char> Words = Spellings(
        ("không khong khoong hong ko zero oh o", '0'), ("một mot mốt mootj one", '1'), ("hai two", '2'), ("ba three", '3'), ("bốn bon boons tư four", '4'), ("năm nam nawm lăm nhăm five", '5'),
        ("sáu sau saus six", '6'), ("bảy bẩy bay bayr bary bẫy seven", '7'), ("tám tam tams eight", '8'), ("chín chin chins nine", '9'));

    /// <summary>A digit written as a word of more than one letter.</summary>
    public static bool IsWord(in Token token) => token.Length > 1 && Words.ContainsKey(token.Lower);

    /// <summary>Reads the group that begins at this token; null when there is none.</summary>
    public static DigitGroup? At(Reading reading, int index)
    {
        if (!reading.IsFree(index) || reading[index].Kind == TokenKind.Sign || reading.Glued(index) && reading[index - 1].Kind != TokenKind.Sign)
        {
            return null;
        }

        var last = index;
        while (reading.Glued(last + 1) && reading[last + 1].Kind != TokenKind.Sign)
        {
            last++;
        }

        var digits = "";
        var spelled = false;
        for (var i = index; i <= last; i++)
        {
            var token = reading[i];
            if (token.Kind == TokenKind.Digits)
            {
                // "0912345678nha": a long number stands for itself, whatever clings to it.
                if (token.Length >= 8 && last > index && !IsDigitLike(reading, index, last))
                {
                    return new DigitGroup(i, i, token.Plain, false);
                }

                digits += token.Plain;
            }
            else if ((last > index || token.Length is > 1 and <= 4 && token.Lower.All(c => c == 'o')) && token.Lower.All(c => c is 'o' or 'l' or 'i'))
            {
                digits += token.Lower.Replace('o', '0').Replace('l', '1').Replace('i', '1');
            }
            else if (Words.TryGetValue(token.Lower, out var digit))
            {
                digits += digit;
                spelled = true;
            }
            else if (!Glue(token.Lower, ref digits))
            {
                return index < last ? Tail(reading, index, last) : null;
            }
            else
            {
                spelled = true;
            }
        }

        return new DigitGroup(index, last, digits, spelled);
    }

    private static bool IsDigitLike(Reading reading, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (reading[i].Kind != TokenKind.Digits && !Words.ContainsKey(reading[i].Lower) && !reading[i].Lower.All(c => c is 'o' or 'l' or 'i'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"sđt0912345678".</summary>
    private static DigitGroup? Tail(Reading reading, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (reading[i].Kind == TokenKind.Digits && reading[i].Length >= 8)
            {
                return new DigitGroup(i, i, reading[i].Plain, false);
            }
        }

        return null;
    }

    /// <summary>"khongchinmot": digits written as words without a blank.</summary>
    private static bool Glue(string word, ref string digits)
    {
        var read = "";
        for (var at = 0; at < word.Length;)
        {
            var length = Math.Min(5, word.Length - at);
            while (length >= 2 && !Words.ContainsKey(word.Substring(at, length)))
            {
                length--;
            }

            if (length < 2)
            {
                return false;
            }

            read += Words[word.Substring(at, length)];
            at += length;
        }

        if (read.Length < 2)
        {
            return false;
        }

        digits += read;
        return true;
    }

    private static Dictionary<string, char> Spellings(params (string Words, char Digit)[] spellings) =>
        spellings.SelectMany(pair => pair.Words.Split(' ').Select(word => (word, pair.Digit))).ToDictionary(pair => pair.word, pair => pair.Digit, StringComparer.Ordinal);
}
