namespace Outreach.Content.Checks;

/// <summary>Gathers every fault of one compilation.</summary>
internal sealed class IssueList
{
    private readonly List<Issue> _issues = [];
    private readonly HashSet<string> _broken = new(StringComparer.Ordinal);

    public void Error(Spot at, string code, string what, string mend)
    {
        _broken.Add(at.File);
        Add(at, IssueLevel.Error, code, what, mend);
    }

    public void Warn(Spot at, string code, string what, string mend) => Add(at, IssueLevel.Warning, code, what, mend);

    public void AddRange(IEnumerable<Issue> issues)
    {
        foreach (var issue in issues)
        {
            Add(issue);
        }
    }

    /// <summary>Whether the file has an error, and so is left out.</summary>
    public bool IsBroken(string file) => _broken.Contains(file);

    /// <summary>All faults by file, line and column, each once.</summary>
    public IReadOnlyList<Issue> Ordered() =>
        [.. _issues.Distinct().OrderBy(i => i.File, StringComparer.Ordinal).ThenBy(i => i.Line).ThenBy(i => i.Column).ThenBy(i => i.Code, StringComparer.Ordinal)];

    private void Add(Issue issue)
    {
        if (issue.Level == IssueLevel.Error)
        {
            _broken.Add(issue.File);
        }

        _issues.Add(issue);
    }

    private void Add(Spot at, IssueLevel level, string code, string what, string mend) =>
        _issues.Add(new Issue(at.File, at.Line, at.Column, level, code, what, mend));
}
