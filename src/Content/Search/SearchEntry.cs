namespace Outreach.Content.Search;

/// <summary>What the index holds of one entry: its texts by field, figures already put in.</summary>
public sealed record SearchEntry
{
    public required string Id { get; init; }
    public required string Question { get; init; }
    public required IReadOnlyList<string> Variants { get; init; }

    /// <summary>Titles of its sections and topic.</summary>
    public required string Title { get; init; }

    /// <summary>Short answer and sections as plain text.</summary>
    public required string Body { get; init; }

    internal bool SameAs(SearchEntry other) => ReferenceEquals(this, other)
        || (Id == other.Id && Question == other.Question && Title == other.Title && Body == other.Body && Variants.SequenceEqual(other.Variants));
}
