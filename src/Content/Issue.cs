namespace Outreach.Content;

/// <summary>How bad a fault in content is.</summary>
public enum IssueLevel
{
    /// <summary>Said, never blocks.</summary>
    Warning,

    /// <summary>The file is left out; <c>content check</c> exits 1.</summary>
    Error,
}

/// <summary>A fault in content: what, where and how to mend it.</summary>
/// <param name="File">Path below the content folder, with forward slashes.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Code">Stable, as listed in docs/content-errors.md: <c>OC012</c>.</param>
public sealed record Issue(string File, int Line, int Column, IssueLevel Level, string Code, string What, string Mend)
{
    public override string ToString() =>
        $"{File}:{Line}:{Column}: {(Level == IssueLevel.Error ? "error" : "warning")} {Code}: {What}. {Mend}";
}
