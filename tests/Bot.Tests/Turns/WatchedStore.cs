using Outreach.Storage;
using Outreach.Storage.Turns;

namespace Outreach.Bot.Tests.Turns;

/// <summary>The real store, watched, and cut off when a test says so.</summary>
internal sealed class WatchedStore(ITurnStore inner) : ITurnStore
{
    private readonly List<TurnCommit> _commits = [];

    public bool IsDown { get; set; }

    /// <summary>Reads work, and commits do not.</summary>
    public bool TakesNoCommits { get; set; }

    /// <summary>Marks of what was sent do not work.</summary>
    public bool TakesNoMarks { get; set; }

    /// <summary>A read waits for this: a database that hangs.</summary>
    public Task Reads { get; set; } = Task.CompletedTask;

    public IReadOnlyList<TurnCommit> Commits => _commits;

    public IEnumerable<string> Counters => _commits.SelectMany(commit => commit.Counters).Select(counter => $"{counter.Name}/{counter.Topic}");

    public IEnumerable<UnansweredDraft> Unanswered => _commits.Select(commit => commit.Unanswered).OfType<UnansweredDraft>();

    public async Task<KnownConversation> LoadAsync(byte[] conversationKey, CancellationToken cancellationToken)
    {
        Throw();
        await Reads;
        return await inner.LoadAsync(conversationKey, cancellationToken);
    }

    public async Task<bool> CommitAsync(TurnCommit turn, CancellationToken cancellationToken)
    {
        Throw(TakesNoCommits);
        var fresh = await inner.CommitAsync(turn, cancellationToken);
        if (fresh)
        {
            _commits.Add(turn);
        }

        return fresh;
    }

    public Task<bool> WasSeenAsync(byte[] seenKey, CancellationToken cancellationToken)
    {
        Throw();
        return inner.WasSeenAsync(seenKey, cancellationToken);
    }

    public Task CompleteAsync(Guid outboxId, ReplyOutcome outcome, CancellationToken cancellationToken)
    {
        Throw(TakesNoMarks);
        return inner.CompleteAsync(outboxId, outcome, cancellationToken);
    }

    public Task<IReadOnlyList<PendingReply>> LoadPendingAsync(
        int limit, DateTimeOffset queuedBy, IReadOnlyCollection<Guid> except, CancellationToken cancellationToken)
    {
        Throw();
        return inner.LoadPendingAsync(limit, queuedBy, except, cancellationToken);
    }

    public Task<long> CountPendingAsync(DateTimeOffset queuedBy, CancellationToken cancellationToken)
    {
        Throw();
        return inner.CountPendingAsync(queuedBy, cancellationToken);
    }

    public Task ForgetAsync(byte[] conversationKey, CancellationToken cancellationToken)
    {
        Throw();
        return inner.ForgetAsync(conversationKey, cancellationToken);
    }

    public Task ForgetAllAsync(CancellationToken cancellationToken) => inner.ForgetAllAsync(cancellationToken);

    public Task PruneAsync(CancellationToken cancellationToken) => inner.PruneAsync(cancellationToken);

    private void Throw(bool also = false)
    {
        if (IsDown || also)
        {
            throw new StoreUnavailableException();
        }
    }
}
