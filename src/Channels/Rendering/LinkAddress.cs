namespace Outreach.Channels.Rendering;

/// <summary>Where a link leads, and what is printed of it where a link cannot hide under a text.</summary>
internal readonly record struct LinkAddress(string Shown, bool IsWeb)
{
    /// <summary>Only http, https, mailto and tel are let through.</summary>
    public static bool TryRead(string url, out LinkAddress address)
    {
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        var scheme = colon > 0 ? url[..colon].ToLowerInvariant() : "";
        address = scheme switch
        {
            "http" or "https" => new LinkAddress(url, true),
            "mailto" or "tel" => new LinkAddress(Uri.UnescapeDataString(url[(colon + 1)..]), false),
            _ => default,
        };
        return address.Shown is { Length: > 0 };
    }

    /// <summary>Nothing is gained by printing the address behind this text: it is the same, its host, or the same digits.</summary>
    public bool SaysTheSameAs(string label)
    {
        if (string.Equals(label.Trim(), Shown, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (IsWeb)
        {
            var bare = Shown[(Shown.IndexOf("://", StringComparison.Ordinal) + 3)..].TrimEnd('/');
            return string.Equals(label.Trim().TrimEnd('/'), bare, StringComparison.OrdinalIgnoreCase);
        }

        return !label.Any(char.IsLetter) && Digits(label).SequenceEqual(Digits(Shown)) && Digits(label).Any();
    }

    private static IEnumerable<char> Digits(string text) => text.Where(char.IsAsciiDigit);
}
