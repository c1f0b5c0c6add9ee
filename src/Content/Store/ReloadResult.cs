namespace Outreach.Content.Store;

/// <summary>What came of reading the content anew.</summary>
public abstract record ReloadResult
{
    private ReloadResult() { }

    /// <summary>The new content is served; files with errors in their last good version.</summary>
    public sealed record Swapped(IReadOnlyList<Issue> Issues) : ReloadResult;

    /// <summary>A fault in what all answers share: the old content stays whole.</summary>
    public sealed record Refused(IReadOnlyList<Issue> Issues) : ReloadResult;

    /// <summary>The files are those of the last look.</summary>
    public sealed record Unchanged : ReloadResult;
}
