namespace Outreach.Content.Checks;

/// <summary>Where a link may lead.</summary>
internal static class LinkRule
{
    private static readonly string[] Schemes = ["http", "https", "tel", "mailto"];

    public enum Verdict
    {
        Unsafe,

        /// <summary>Leads out, by an allowed scheme.</summary>
        Web,

        /// <summary><c>#name</c> on the same page.</summary>
        Heading,

        /// <summary>Another answer or a file.</summary>
        Path,
    }

    public static Verdict Judge(string url)
    {
        // Browsers leave control characters out of schemes and read '\' as '/': no such link is an honest one.
        if (url.Length == 0 || url.Any(c => char.IsControl(c) || c == '\\') || url != url.Trim() || url.StartsWith("//", StringComparison.Ordinal))
        {
            return Verdict.Unsafe;
        }

        if (url[0] == '#')
        {
            return url.Length > 1 ? Verdict.Heading : Verdict.Unsafe;
        }

        var colon = url.IndexOf(':', StringComparison.Ordinal);
        var before = url.IndexOfAny(['/', '?', '#']);
        if (colon < 0 || (before >= 0 && before < colon))
        {
            return Verdict.Path;
        }

        if (!Schemes.Contains(url[..colon].ToLowerInvariant()) || !Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            return Verdict.Unsafe;
        }

        var needsHost = uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps;
        return needsHost && uri.Host.Length == 0 ? Verdict.Unsafe : Verdict.Web;
    }
}
