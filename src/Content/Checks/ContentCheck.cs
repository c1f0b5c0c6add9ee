using Outreach.Content.Loading;

namespace Outreach.Content.Checks;

/// <summary>Checks a content folder as <c>outreach content check</c> does. <see cref="Issue.ToString"/> gives its line of output.</summary>
public static class ContentCheck
{
    /// <summary>Every fault by file, line and column; none = all is well. <see cref="IssueLevel.Error"/> makes the verb exit 1.</summary>
    public static IReadOnlyList<Issue> Run(string path, DateOnly day) => ContentCompiler.Compile(ContentFolder.Read(path), day).Issues;
}
