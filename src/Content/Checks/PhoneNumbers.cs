using System.Text.RegularExpressions;

namespace Outreach.Content.Checks;

/// <summary>A number in prose is never called by anybody who checks numbers: it belongs in hotlines.yml.</summary>
internal static partial class PhoneNumbers
{
    public static void Check(string text, Spot at, IssueList issues)
    {
        foreach (var match in Number().EnumerateMatches(text))
        {
            issues.Warn(at with { Column = at.Column + match.Index }, Codes.PhoneInProse, "a phone number stands in the text",
                "Put it into hotlines.yml and write {{hotline:id}}.");
        }
    }

    // Service numbers, ten-digit numbers, and the three-digit ones after "call" (113 alone may be an article of a law).
    [GeneratedRegex(@"(?<!\d)(?:1[89]00[ .-]?\d{2,4}(?:[ .-]?\d{2,4})?|0\d{2,3}[ .-]?\d{3}[ .-]?\d{3,4})(?!\d)|(?<=\b(?:gọi|call|số|dial) )11[1-5]\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
