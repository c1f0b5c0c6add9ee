using Outreach.Content.Loading;

namespace Outreach.Content.Checks;

/// <summary>Every answer, page and canned reply in every language.</summary>
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

        foreach (var (language, replies) in parts.Replies)
        {
            var other = Languages.Other(language);
            if (!parts.Replies.TryGetValue(other, out var theirs) || issues.IsBroken(RepliesFile.PathIn(other)))
            {
                continue;
            }

            foreach (var (id, (_, at)) in replies.Where(r => !theirs.ContainsKey(r.Key)))
            {
                issues.Warn(at, Codes.MissingTranslation, $"the reply '{id}' is not in {RepliesFile.PathIn(other)}", $"Add it there.{Near.Hint(id, theirs.Keys.Where(k => !replies.ContainsKey(k)))}");
            }
        }
    }
}
