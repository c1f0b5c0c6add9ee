using System.Collections.Concurrent;
using Outreach.Content.Search.Learning;
using Outreach.Content.Shared;

namespace Outreach.Content.Search;

/// <summary>What an index is made of. Never changed once built, so that any number of turns may read it at once.</summary>
internal sealed class IndexTables
{
    private readonly ConcurrentDictionary<int, EntryFields> _fields = [];

    public required SearchEntry[] Entries { get; init; }
    public required Vocabulary Vocabulary { get; init; }
    public required SynonymTable Synonyms { get; init; }
    public required Expansions Expansions { get; init; }
    public required Postings Words { get; init; }
    public required float[] WordIdf { get; init; }

    /// <summary>Only of words whose letters stand for several: elsewhere the marks tell nothing more.</summary>
    public required Postings Marked { get; init; }

    public required float[] MarkedIdf { get; init; }
    public required Postings Pairs { get; init; }
    public required float[] PairIdf { get; init; }
    public required Phrasings Phrasings { get; init; }

    /// <summary>Null where nobody wrote phrasings to learn from.</summary>
    public required IntentModel? Intents { get; init; }

    public required Tuning Tuning { get; init; }

    /// <summary>Read when an editor first asks why, and kept: thousands of groups may ask at once.</summary>
    public EntryFields FieldsOf(int entry) => _fields.GetOrAdd(entry, e => new EntryFields(Entries[e], Expansions));
}
