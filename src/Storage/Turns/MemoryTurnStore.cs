using Microsoft.EntityFrameworkCore;

namespace Outreach.Storage.Turns;

/// <summary>Turns in memory, gone with the process. Inbox and counters go to the memory database, where their readers look.</summary>
internal sealed class MemoryTurnStore(IDbContextFactory<OutreachDb> databases, TimeProvider time, LocalDay day) : ITurnStore, IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ConversationState> _states = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<Guid, (PendingReply Reply, DateTimeOffset QueuedAt)> _outbox = [];
    private readonly SemaphoreSlim _coldGate = new(1, 1);

    public async Task<KnownConversation> LoadAsync(byte[] conversationKey, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var subscribedIn = await db.Subscribers.Where(s => s.LookupKey == conversationKey && s.WithdrawnAt == null)
            .Select(s => s.Language).SingleOrDefaultAsync(cancellationToken);
        lock (_gate)
        {
            var found = _states.GetValueOrDefault(Name(conversationKey));
            return new KnownConversation(found is not null && found.Expires > time.GetUtcNow() ? found : null, subscribedIn);
        }
    }

    public async Task<bool> CommitAsync(TurnCommit turn, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            if (!_seen.TryAdd(Name(turn.SeenKey), now))
            {
                return false;
            }

            if (turn.State is not null)
            {
                _states[Name(turn.ConversationKey)] = turn.State;
            }

            foreach (var reply in turn.Replies)
            {
                _outbox.Add(reply.Id, (reply, now));
            }
        }

        await CountAsync(turn, cancellationToken);
        return true;
    }

    public Task<bool> WasSeenAsync(byte[] seenKey, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(_seen.ContainsKey(Name(seenKey)));
        }
    }

    public Task CompleteAsync(Guid outboxId, ReplyOutcome outcome, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _outbox.Remove(outboxId);
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<PendingReply>> LoadPendingAsync(
        int limit, DateTimeOffset queuedBy, IReadOnlyCollection<Guid> except, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<PendingReply>>(
                [.. _outbox.Values.Where(o => o.QueuedAt <= queuedBy && !except.Contains(o.Reply.Id)).Take(limit).Select(o => o.Reply with { QueuedAt = o.QueuedAt })]);
        }
    }

    public Task<long> CountPendingAsync(DateTimeOffset queuedBy, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(_outbox.Values.LongCount(o => o.QueuedAt <= queuedBy));
        }
    }

    public Task ForgetAsync(byte[] conversationKey, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _states.Remove(Name(conversationKey));
        }

        return Task.CompletedTask;
    }

    public Task ForgetAllAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _states.Clear();
        }

        return Task.CompletedTask;
    }

    public Task PruneAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            RemoveWhere(_seen, at => at < now - TurnKeeping.Seen);
            RemoveWhere(_states, state => state.Expires <= now);
            foreach (var id in _outbox.Where(o => o.Value.QueuedAt < now - TurnKeeping.Replies).Select(o => o.Key).ToList())
            {
                _outbox.Remove(id);
            }
        }

        return Task.CompletedTask;
    }

    public void Dispose() => _coldGate.Dispose();

    private async Task CountAsync(TurnCommit turn, CancellationToken cancellationToken)
    {
        if (turn.Unanswered is null && turn.Counters.Count == 0)
        {
            return;
        }

        // One at a time: the memory database has no upsert, and a counter is read before it is written.
        await _coldGate.WaitAsync(cancellationToken);
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            if (turn.Unanswered is { } draft)
            {
                db.UnansweredQuestions.Add(new UnansweredQuestion
                {
                    Day = day.Today,
                    Language = draft.Language,
                    MaskedText = StorableText.Of(draft.MaskedText),
                    Reason = draft.Reason,
                });
            }

            foreach (var counter in turn.Counters)
            {
                var found = await db.DailyCounters.FindAsync([day.Today, counter.Name, counter.Topic], cancellationToken)
                    ?? db.DailyCounters.Add(new DailyCounter { Day = day.Today, Name = counter.Name, Topic = counter.Topic }).Entity;
                found.Count++;
            }

            await db.SaveChangesAsync(cancellationToken);
        }
        finally
        {
            _coldGate.Release();
        }
    }

    private static void RemoveWhere<T>(Dictionary<string, T> rows, Func<T, bool> over)
    {
        foreach (var key in rows.Where(r => over(r.Value)).Select(r => r.Key).ToList())
        {
            rows.Remove(key);
        }
    }

    private static string Name(byte[] key) => Convert.ToBase64String(key);
}
