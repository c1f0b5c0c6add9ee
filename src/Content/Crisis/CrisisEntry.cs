namespace Outreach.Content.Crisis;

/// <summary>The words of one danger as editors wrote them.</summary>
internal sealed record CrisisEntry(CrisisKind Kind, IReadOnlyList<string> Phrases, IReadOnlyList<string> Exclusions)
{
    public bool SameAs(CrisisEntry other) => Kind == other.Kind && Phrases.SequenceEqual(other.Phrases) && Exclusions.SequenceEqual(other.Exclusions);
}
