namespace Outreach.Storage.Turns;

/// <summary>What a turn reads and writes: the hot path. PostgreSQL by group commit, or memory.</summary>
public interface ITurnStore
{
    /// <summary>What is remembered of a conversation, and whether it subscribed.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be reached.</exception>
    Task<KnownConversation> LoadAsync(byte[] conversationKey, CancellationToken cancellationToken);

    /// <summary>Writes a turn's whole effect, or nothing of it when the update was seen before.</summary>
    /// <returns>False when it was seen before.</returns>
    /// <exception cref="StoreUnavailableException">The database cannot be reached; nothing was written.</exception>
    Task<bool> CommitAsync(TurnCommit turn, CancellationToken cancellationToken);

    /// <summary>Whether an update was committed before. For the few turns that change something beside their commit: they ask first.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be reached.</exception>
    Task<bool> WasSeenAsync(byte[] seenKey, CancellationToken cancellationToken);

    /// <summary>Marks a reply as done (sent, or never to be sent), in the next group commit.</summary>
    Task CompleteAsync(Guid outboxId, ReplyOutcome outcome, CancellationToken cancellationToken);

    /// <summary>Replies that a crash left unmarked, oldest first.</summary>
    /// <param name="queuedBy">Queued then or before.</param>
    /// <param name="except">Those that this process still holds; they take nobody's place.</param>
    Task<IReadOnlyList<PendingReply>> LoadPendingAsync(
        int limit, DateTimeOffset queuedBy, IReadOnlyCollection<Guid> except, CancellationToken cancellationToken);

    /// <summary>How many replies that were queued then or before are unmarked.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be reached.</exception>
    Task<long> CountPendingAsync(DateTimeOffset queuedBy, CancellationToken cancellationToken);

    /// <summary>Deletes the state of a conversation. No-op when there is none.</summary>
    Task ForgetAsync(byte[] conversationKey, CancellationToken cancellationToken);

    /// <summary>Forgets the state of every conversation, and leaves nothing of it in the table's file: the night's work.</summary>
    /// <remarks>What a chat asked and when would narrow down who asked for help that day (tests/Bot.Tests/Linkage).</remarks>
    /// <exception cref="StoreUnavailableException">The database cannot be reached.</exception>
    Task ForgetAllAsync(CancellationToken cancellationToken);

    /// <summary>Deletes what has served its time: states that expired, old seen marks, replies too late to be of use.</summary>
    Task PruneAsync(CancellationToken cancellationToken);
}
