namespace Outreach.Content.Search;

/// <summary>Finds the answer to a question as people type it. Immutable; part of the snapshot.</summary>
public sealed class SearchIndex
{
}
