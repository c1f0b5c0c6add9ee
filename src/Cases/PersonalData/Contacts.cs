using System.Buffers;

namespace Outreach.Cases.PersonalData;

/// <summary>Links, e-mail addresses and @names, as computers write them.</summary>
internal static class Contacts
{
    private static readonly SearchValues<string> Beginnings = SearchValues.Create(["http://", "https://", "www."], StringComparison.OrdinalIgnoreCase);

    private static readonly HashSet<string> Endings = new(
        "com vn net org info xyz shop site online vip club link asia biz cc tv edu gov example test store website space live pro work jp kr cn tw id th la kh mm my sg ph us uk ru eu de fr gl"
            .Split(' '), StringComparer.Ordinal);

    /// <summary>Endings that are words too, or stand before a path only: alone they tell nothing.</summary>
    private static readonly HashSet<string> EndingsWithPath = new("me io co gg ly app top page dev to be ee im bio one".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> MailHosts = new("gmail yahoo hotmail outlook icloud mail live protonmail ymail gmial gamil zohomail msn".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> Networks = new("zalo fb facebook ig insta instagram tiktok tele telegram messenger skype viber".Split(' '), StringComparer.Ordinal);

    public static void Mark(Reading reading)
    {
        var text = reading.Text;
        var near = 0;
        var before = (Start: 0, End: 0);
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && !char.IsWhiteSpace(text[i]))
            {
                i++;
            }

            while (near < reading.Count && reading[near].End <= before.Start)
            {
                near++;
            }

            if (text.AsSpan(start, i - start).IndexOfAny('@', '.', '/') >= 0)
            {
                Piece(reading, start, i, before, near);
            }

            before = (start, i);
        }
    }

    /// <summary>One stretch without blanks.</summary>
    private static void Piece(Reading reading, int start, int end, (int Start, int End) before, int near)
    {
        var text = reading.Text;
        var piece = text.AsSpan(start, end - start);
        var link = piece.IndexOfAny(Beginnings);
        if (link >= 0)
        {
            if (IsOffice(piece[link..]))
            {
                return;
            }

            reading.Take(start + link, start + Trimmed(piece), PersonalKind.Link, near);
            return;
        }

        var at = piece.IndexOf('@');
        if (at >= 0 && !(piece.IndexOf('/') is >= 0 and var slash && slash < at))
        {
            At(reading, start, piece, at, before, near);
            return;
        }

        // "Zalo:fb.com/abc": the address begins after the label.
        var from = piece.LastIndexOfAny(Labels) is var label && label >= 0 && label < piece.Length - 4 ? label + 1 : 0;
        var length = Trimmed(piece) - from;
        var host = piece.Slice(from, length);
        if (length > 5 && host.IndexOf('/') < 0 && IsMailHost(host))
        {
            // "hoa95 gmail.com": the sign left out. After "a còng" it is read with the spelled ones.
            var local = reading.Text.AsSpan(before.Start, before.End - before.Start);
            if (local.Length >= 5 && local.IndexOfAnyExcept(NameChars) < 0 && local.IndexOfAny(Joints) >= 0)
            {
                reading.Take(before.Start, start + from + length, PersonalKind.Email, near);
            }
        }
        else if (length > 5 && host.LastIndexOf('.') is > 0 and var last && host[..last].LastIndexOf('.') is > 2 and var first && IsMailHost(host[(first + 1)..]) && host.IndexOf('/') < 0)
        {
            reading.Take(start + from, start + from + length, PersonalKind.Email, near);
        }
        else if (length > 3 && IsAddress(piece.Slice(from, length)))
        {
            reading.Take(start + from, start + from + length, PersonalKind.Link, near);
        }
        else if (length > 5 && IsNetworkName(piece.Slice(from, length)))
        {
            reading.Take(start + from, start + from + length, PersonalKind.Handle, near);
        }
    }

    private static void At(Reading reading, int start, ReadOnlySpan<char> piece, int at, (int Start, int End) before, int near)
    {
        var left = at;
        while (left > 0 && IsLocal(piece[left - 1]))
        {
            left--;
        }

        var right = at + 1;
        while (right < piece.Length && piece[right] == '@')
        {
            right++;
        }

        while (right < piece.Length && (char.IsAsciiLetterOrDigit(piece[right]) || piece[right] is '.' or '-' or '_'))
        {
            right++;
        }

        while (right > at + 1 && piece[right - 1] is '.' or '-')
        {
            right--;
        }

        var host = piece[(at + 1)..right];
        var apart = before.End > 0 && start - before.End == 1;
        if (left < at && right > at + 1)
        {
            reading.Take(start + left, WithEnding(reading.Text, start + right, host.Contains('.')), PersonalKind.Email, near);
        }
        else if (left == at && apart && IsMailHost(host))
        {
            // "hoa95 @gmail.com", "hoa95 @ gmail.com"
            reading.Take(before.Start, WithEnding(reading.Text, start + right, host.Contains('.')), PersonalKind.Email, near);
        }
        else if (right == at + 1)
        {
            SplitMail(reading, left < at ? start + left : apart ? before.Start : -1, start + piece.Length, near);
        }
        else if (host.Length >= 2)
        {
            reading.Take(start + at, start + right, PersonalKind.Handle, near);
        }
    }

    /// <summary>"hoa95@ gmail.com": what follows the sign stands apart.</summary>
    private static void SplitMail(Reading reading, int from, int after, int near)
    {
        var text = reading.Text;
        var end = after + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-'))
        {
            end++;
        }

        if (from >= 0 && end > after + 1 && end <= text.Length && IsMailHost(text.AsSpan(after + 1, end - after - 1)))
        {
            reading.Take(from, text[end - 1] == '.' ? end - 1 : end, PersonalKind.Email, near);
        }
    }

    /// <summary>"hoa95@gmail,com", "hoa95@gmail .com": the ending typed badly.</summary>
    private static int WithEnding(string text, int end, bool complete)
    {
        var at = end;
        while (!complete && at < text.Length && at - end < 3 && text[at] is ' ' or '.' or ',')
        {
            at++;
        }

        foreach (var ending in (ReadOnlySpan<string>)["com.vn", "com", "net", "vn"])
        {
            if (at > end && text.AsSpan(at).StartsWith(ending, StringComparison.OrdinalIgnoreCase) && (at + ending.Length == text.Length || !char.IsLetterOrDigit(text[at + ending.Length])))
            {
                return at + ending.Length;
            }
        }

        return end;
    }

    private static bool IsMailHost(ReadOnlySpan<char> host) =>
        host.IndexOf('.') is var dot && MailHosts.Contains((dot < 0 ? host : host[..dot]).ToString().ToLowerInvariant());

    private static bool IsLocal(char c) => char.IsLetterOrDigit(c) || c is '.' or '_' or '%' or '+' or '-';

    private static bool IsAddress(ReadOnlySpan<char> piece)
    {
        var slash = piece.IndexOf('/');
        var host = slash < 0 ? piece : piece[..slash];
        var dot = host.LastIndexOf('.');
        if (dot < 1 || host.IndexOfAnyExcept(HostChars) >= 0 || host[0] == '.')
        {
            return false;
        }

        var ending = host[(dot + 1)..].ToString().ToLowerInvariant();
        if (host.EndsWith(".gov.vn", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var hasPath = slash >= 0 && slash < piece.Length - 1;
        return Endings.Contains(ending) && host[..dot].ContainsAnyInRange('a', 'z') && dot >= 2 || hasPath && EndingsWithPath.Contains(ending);
    }

    /// <summary>A site of the state leads to no one.</summary>
    private static bool IsOffice(ReadOnlySpan<char> link)
    {
        var host = link[(link.IndexOf("//") is >= 0 and var slashes ? slashes + 2 : 0)..];
        host = host[..(host.IndexOf('/') is >= 0 and var end ? end : Trimmed(host))];
        return host.EndsWith(".gov.vn", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsNetworkName(ReadOnlySpan<char> piece) =>
        piece.IndexOfAny('.', '/', ':') is >= 2 and var cut && cut < piece.Length - 3 && Networks.Contains(piece[..cut].ToString().ToLowerInvariant())
        && piece[(cut + 1)..].IndexOfAnyExcept(NameChars) < 0;

    private static readonly SearchValues<char> HostChars = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_");
    private static readonly SearchValues<char> Joints = SearchValues.Create("0123456789._");
    private static readonly SearchValues<char> Labels = SearchValues.Create(":(,;\"'“");
    private static readonly SearchValues<char> NameChars = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-");

    private static int Trimmed(ReadOnlySpan<char> piece) => piece.TrimEnd(".,;:!?)]}\"'”’…>").Length;
}
