using Outreach.Content.Loading;

namespace Outreach.Content.Checks;

/// <summary>Every answer and page in every language.</summary>
internal static class TranslationRules
{
    public static void Check(ContentParts parts, IssueList issues)
    {
        var paths = parts.Files.Paths.Select(ContentPath.Of).OfType<ContentPath>().ToList();
        var known = paths.Select(p => (p.Language, p.Kind, p.Name)).ToHashSet();
        foreach (var path in paths)
        {
            var other = Languages.Other(path.Language);
            if (!known.Contains((other, path.Kind, path.Name)))
            {
                issues.Warn(Spot.StartOf(path.File), Codes.MissingTranslation, $"there is no translation of this into '{other}'",
                    $"Write {other}{path.File[2..]}.");
            }
        }
    }
}
