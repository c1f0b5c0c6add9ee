using System.Diagnostics;
using Outreach.Content;
using Outreach.Content.Loading;
using Outreach.Content.Search;
using Outreach.Content.Shared;

namespace Outreach.Benchmarks.Peers;

/// <summary>Our own search, as the bot asks it.</summary>
internal sealed class OwnPeer : IPeer
{
    private readonly Func<string, SearchResult> _find;
    private readonly Action _build;
    private readonly long _memoryBefore;

    private OwnPeer(Func<string, SearchResult> find, Action build, long memoryBefore) => (_find, _build, _memoryBefore) = (find, build, memoryBefore);

    /// <summary>The content as the service loads it, both languages.</summary>
    public static (OwnPeer Peer, PeerDocument[] Documents, SynonymTable Synonyms) OfContent(string folder)
    {
        var before = Memory();
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var content = ContentCompiler.Compile(ContentFolder.Read(folder), today).SnapshotOver(ContentSnapshot.Empty(""));
        var entries = content.Languages.Values.Select(l => l.Search.Tables.Entries).ToArray();
        var peer = new OwnPeer(
            text => content.Find(text, Languages.Vietnamese).Result,
            () => Array.ForEach(entries, e => SearchIndex.Build(e, content.Synonyms)),
            before);
        return (peer, [.. entries.SelectMany(e => e).Select(PeerDocument.Of)], content.Synonyms);
    }

    public static OwnPeer OfArticles(SearchEntry[] articles, SynonymTable synonyms)
    {
        var before = Memory();
        var index = SearchIndex.Build(articles, synonyms);
        return new OwnPeer(index.Find, () => SearchIndex.Build(articles, synonyms), before);
    }

    public Task<PeerOutcome> RunAsync(PeerTask task, CancellationToken cancellationToken)
    {
        foreach (var question in task.Questions)
        {
            _find(question);
        }

        var answers = task.Questions.Select(Ask).ToArray();
        var memory = Memory() - _memoryBefore;
        var start = Stopwatch.GetTimestamp();
        _build();
        var buildMs = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return Task.FromResult<PeerOutcome>(new PeerOutcome.Ran(buildMs, memory / 1e6, answers) { Name = "Outreach" });
    }

    private PeerAnswer Ask(string question)
    {
        var start = Stopwatch.GetTimestamp();
        var found = _find(question);
        var ms = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return new PeerAnswer(ms, [.. found.Hits.Select(h => new PeerHit(h.Id, h.Score))]) { Known = found.Band == SearchBand.Answer };
    }

    private static long Memory()
    {
        GC.Collect();
        return Environment.WorkingSet;
    }
}
