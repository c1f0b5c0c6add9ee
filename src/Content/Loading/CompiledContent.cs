using Outreach.Content.Checks;

namespace Outreach.Content.Loading;

/// <summary>What a set of files says, and every fault in it.</summary>
public sealed class CompiledContent
{
    /// <summary>A fault here would change or silence every answer, so the whole old snapshot stays.</summary>
    private static readonly string[] SharedFiles = [".", TopicsFile.Name, HotlinesFile.Name, FiguresFile.Name, CrisisFile.Name];

    private readonly IssueList _issues;

    internal CompiledContent(ContentParts parts, IssueList issues)
    {
        (Parts, _issues) = (parts, issues);
        Issues = issues.Ordered();
        SharedFaults = [.. Issues.Where(i => i.Level == IssueLevel.Error && SharedFiles.Contains(i.File))];
        Version = parts.Files.Digest();
    }

    /// <summary>A short digest of the files.</summary>
    public string Version { get; }

    /// <summary>The day for which it was compiled.</summary>
    public DateOnly Day => Parts.Day;

    /// <summary>Every fault, by file, line and column.</summary>
    public IReadOnlyList<Issue> Issues { get; }

    /// <summary>The errors in what all answers share: with one of them nothing is swapped in.</summary>
    public IReadOnlyList<Issue> SharedFaults { get; }

    internal ContentParts Parts { get; }

    /// <summary>Whether the file has no error; then it is worth keeping as its last good version.</summary>
    internal bool IsGood(string file) => !_issues.IsBroken(file);

    /// <summary>This content, and of files with an error what <paramref name="previous"/> had of them.</summary>
    public ContentSnapshot SnapshotOver(ContentSnapshot previous) => new SnapshotBuilder(this, previous).Build();
}
