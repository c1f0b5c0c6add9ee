using System.Collections.Concurrent;
using Outreach.Content.Shared;

namespace Outreach.Content.Search;

/// <summary>Finds the answer to a question as people type it. Immutable; part of the snapshot. Safe for any number of turns at once.</summary>
public sealed class SearchIndex
{
    /// <summary>More hits than any screen shows.</summary>
    public const int MaxHits = 10;

    private readonly ConcurrentBag<Scratch> _pool = [];
    private readonly IndexTables _tables;
    private readonly QueryReader _reader;

    private SearchIndex(IndexTables tables)
    {
        _tables = tables;
        _reader = new QueryReader(tables);
    }

    /// <summary>An index without entries: it finds nothing.</summary>
    public static SearchIndex Empty { get; } = Build([], SynonymTable.Empty);

    internal IndexTables Tables => _tables;

    public int Count => _tables.Entries.Length;

    public static SearchIndex Build(IEnumerable<SearchEntry> entries, SynonymTable synonyms) => Build(entries, synonyms, Tuning.Default);

    /// <summary>This index where it was built of the same, else a new one: an edit in one language leaves the other's as it is.</summary>
    internal SearchIndex For(SearchEntry[] entries, SynonymTable synonyms) =>
        synonyms.SameAs(_tables.Synonyms) && entries.Length == Count && entries.Zip(_tables.Entries).All(pair => pair.First.SameAs(pair.Second))
            ? this
            : Build(entries, synonyms);

    internal static SearchIndex Build(IEnumerable<SearchEntry> entries, SynonymTable synonyms, Tuning tuning) =>
        new(new IndexBuilder(synonyms, tuning).Build([.. entries]));

    /// <summary>The entries that fit best, and how sure it is. The same question always gives the same result.</summary>
    public SearchResult Find(string query) => Find(query, static (result, _) => result);

    /// <summary>For editors: how a question was read, and why these answers came first.</summary>
    public SearchExplanation Explain(string query) => Find(query, (result, scratch) => Explainer.Explain(_tables, scratch, result));

    internal T Find<T>(string query, Func<SearchResult, Scratch, T> read)
    {
        var scratch = _pool.TryTake(out var pooled) ? pooled : new Scratch(Count, _tables.Vocabulary.Words, _tables.Vocabulary.Pairs);
        try
        {
            _reader.Read(query, scratch.Plan);
            CandidateRanker.Rank(_tables, scratch, EntryScorer.Score(_tables, scratch));
            return read(Result(scratch), scratch);
        }
        finally
        {
            scratch.Clear();
            _pool.Add(scratch);
        }
    }

    private SearchResult Result(Scratch scratch)
    {
        var candidates = scratch.Candidates;
        if (candidates.Count == 0)
        {
            return SearchResult.Nothing;
        }

        var hits = new SearchHit[Math.Min(MaxHits, candidates.Count)];
        for (var i = 0; i < hits.Length; i++)
        {
            hits[i] = new SearchHit(_tables.Entries[candidates[i].Entry].Id, candidates[i].Score);
        }

        var signs = Signs.Of(_tables, scratch);
        var (inContent, right) = Confidence.Of(signs);
        return new SearchResult(Confidence.Band(inContent, right, signs.Margin), right, hits);
    }
}
