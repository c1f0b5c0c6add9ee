namespace Outreach.Content.Shared;

/// <summary>What people type and what they mean by it, from <c>synonyms.yml</c>. Words are in NFC and lower case, with single spaces.</summary>
public sealed class SynonymTable(
    IReadOnlyDictionary<string, IReadOnlyList<string>> expansions,
    IReadOnlyList<IReadOnlyList<string>> equivalents)
{
    public static SynonymTable Empty { get; } = new(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), []);

    /// <summary>What is typed (one or several words) to its possible meanings, the likeliest first; never an empty list. An empty meaning says: a filler, to be passed over.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Expansions { get; } = expansions;

    internal bool SameAs(SynonymTable other) => ReferenceEquals(this, other)
        || (Expansions.Count == other.Expansions.Count && Equivalents.Count == other.Equivalents.Count
            && Expansions.All(e => other.Expansions.TryGetValue(e.Key, out var meanings) && meanings.SequenceEqual(e.Value))
            && Equivalents.Zip(other.Equivalents).All(pair => pair.First.SequenceEqual(pair.Second)));

    /// <summary>Groups of words that mean the same here; at least two each, the first is the one our texts use.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Equivalents { get; } = equivalents;
}
