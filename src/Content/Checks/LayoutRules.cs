using Outreach.Content.Loading;

namespace Outreach.Content.Checks;

/// <summary>Which files there must be, may be, and are in vain.</summary>
internal static class LayoutRules
{
    private static readonly string[] Required = [TopicsFile.Name, HotlinesFile.Name, PhrasesFile.PathIn(Languages.Vietnamese)];

    private static readonly string[] Optional =
        [FiguresFile.Name, SourcesFile.Name, SynonymsFile.Name, CrisisFile.Name, CalendarFile.Name, HolidaysFile.Name, PhrasesFile.PathIn(Languages.English),
        PartnersFile.Name, RepliesFile.PathIn(Languages.Vietnamese), RepliesFile.PathIn(Languages.English)];

    /// <summary>For people only, or needed by nobody: without examples the phrases alone find people in danger, and without provinces nobody is asked for theirs.</summary>
    private static readonly string[] Others = ["README.md", CrisisExamplesFile.Name, ProvincesFile.Name];

    public static void Check(ContentParts parts, IssueList issues)
    {
        foreach (var file in Required.Where(f => !parts.Files.Paths.Contains(f)))
        {
            issues.Error(Spot.StartOf(file), Codes.RequiredFileMissing, "this file is missing", "Bring it back: without it no answer can be served.");
        }

        foreach (var file in Optional.Where(f => !parts.Files.Paths.Contains(f)))
        {
            issues.Warn(Spot.StartOf(file), Codes.OptionalFileMissing, "this file is missing", "Bring it back, or go on without what it holds.");
        }

        CheckStray(parts, issues);
        CheckDuplicates(parts, issues);
    }

    private static void CheckStray(ContentParts parts, IssueList issues)
    {
        string[] known = [.. Required, .. Optional, .. Others];
        foreach (var file in parts.Files.Texts.Keys.Where(f => !known.Contains(f) && ContentPath.Of(f) is null))
        {
            issues.Warn(Spot.StartOf(file), Codes.StrayFile, "nothing reads a file in this place",
                $"Answers lie in vi/faq/<topic>/<id>.md, pages in vi/pages/<id>.md, campaigns in vi/campaigns/<id>.md.{Near.Hint(file, known)}");
        }
    }

    /// <summary>One answer may lie in two topics' folders by mistake.</summary>
    private static void CheckDuplicates(ContentParts parts, IssueList issues)
    {
        foreach (var same in parts.Files.Texts.Keys.Select(ContentPath.Of).OfType<ContentPath>()
            .GroupBy(p => (p.Language, p.Kind, p.Name)).Where(g => g.Count() > 1))
        {
            var first = same.First();
            foreach (var second in same.Skip(1))
            {
                issues.Error(Spot.StartOf(second.File), Codes.DuplicateId, $"the id '{second.Name}' is there already in {first.File}",
                    "Take one of the two out, or give it another id.");
            }
        }
    }
}
