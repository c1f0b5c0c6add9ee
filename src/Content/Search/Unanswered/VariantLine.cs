using System.Text.RegularExpressions;

namespace Outreach.Content.Search.Unanswered;

/// <summary>A wording as a line of YAML that can be pasted below <c>variants:</c>.</summary>
internal static partial class VariantLine
{
    private const int TimeoutMilliseconds = 100;

    /// <param name="wording">One line.</param>
    public static string Of(string wording) => "  - " + (IsPlain(wording) ? wording : $"'{wording.Replace("'", "''", StringComparison.Ordinal)}'");

    private static bool IsPlain(string wording)
    {
        try
        {
            return Plain().IsMatch(wording);
        }
        catch (RegexMatchTimeoutException)
        {
            return false; // in quotes anything stands
        }
    }

    /// <summary>Words of letters, digits and everyday signs, at least two: a single one may be read as yes, no or null, a sign as YAML's own.</summary>
    [GeneratedRegex(@"\A\p{L}[\p{L}\p{M}\p{N}/%+.,?!()-]* [\p{L}\p{M}\p{N} /%+.,?!()-]*\z", RegexOptions.CultureInvariant, TimeoutMilliseconds)]
    private static partial Regex Plain();
}
