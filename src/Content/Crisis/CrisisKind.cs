namespace Outreach.Content.Crisis;

/// <summary>A danger people write about, and the page that answers it at once.</summary>
/// <param name="Id">One of <see cref="All"/>.</param>
/// <param name="Page">Id of a <see cref="Answers.Page"/>.</param>
public sealed record CrisisKind(string Id, string Page)
{
    public static IReadOnlyList<string> All { get; } =
        ["violence", "trafficking", "suicide", "sexual-abuse", "child-abuse", "locked-in", "documents-kept"];
}
