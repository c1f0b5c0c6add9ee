using Outreach.Storage;
using Outreach.Storage.Turns;

namespace Outreach.Bot.Tests.Turns;

/// <summary>The real store, watched, and cut off when a test says so.</summary>
internal sealed class WatchedStore(ITurnStore inner) : ITurnStore
{
    private readonly List<TurnCommit> _commits = [];

    public bool IsDown { get; set; }

    public IReadOnlyList<TurnCommit> Commits => _commits;

    public IEnumerable<string> Counters => _commits.SelectMany(commit => commit.Counters).Select(counter => $"{counter.Name}/{counter.Topic}");

    public IEnumerable<UnansweredDraft> Unanswered => _commits.Select(commit => commit.Unanswered).OfType<UnansweredDraft>();

    public Task<ConversationState?> LoadAsync(byte[] conversationKey, CancellationToken cancellationToken)
    {
        Throw();
        return inner.LoadAsync(conversationKey, cancellationToken);
    }

    public async Task<bool> CommitAsync(TurnCommit turn, CancellationToken cancellationToken)
    {
        Throw();
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
        Throw();
        return inner.CompleteAsync(outboxId, outcome, cancellationToken);
    }

    public Task<IReadOnlyList<PendingReply>> LoadPendingAsync(int limit, CancellationToken cancellationToken)
    {
        Throw();
        return inner.LoadPendingAsync(limit, cancellationToken);
    }

    public Task ForgetAsync(byte[] conversationKey, CancellationToken cancellationToken)
    {
        Throw();
        return inner.ForgetAsync(conversationKey, cancellationToken);
    }

    public Task PruneAsync(CancellationToken cancellationToken) => inner.PruneAsync(cancellationToken);

    private void Throw()
    {
        if (IsDown)
        {
            throw new StoreUnavailableException();
        }
    }
}
