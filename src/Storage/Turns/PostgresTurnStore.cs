using Microsoft.Extensions.Logging;
using Npgsql;
using Outreach.Storage.Sql;

namespace Outreach.Storage.Turns;

/// <summary>Turns in PostgreSQL: many turns, one transaction; many conversations, one read.</summary>
internal sealed class PostgresTurnStore : ITurnStore, IAsyncDisposable, IDisposable
{
    // Larger batches gain nothing any more and make the slowest wait longer.
    private const int MaxBatch = 1000;

    // A second or two of the database's work: whoever comes later waits at the door.
    private const int Capacity = 20_000;

    private readonly NpgsqlDataSource _source;
    private readonly TimeProvider _time;
    private readonly LocalDay _day;
    private readonly ILogger _log;
    private readonly BatchLoop<TurnWork, bool> _writer;
    private readonly BatchLoop<byte[], KnownConversation> _reader;

    public PostgresTurnStore(NpgsqlDataSource source, TimeProvider time, LocalDay day, ILogger<PostgresTurnStore> log)
    {
        (_source, _time, _day, _log) = (source, time, day, log);
        _writer = new BatchLoop<TurnWork, bool>(WriteAsync, LoseConnections, MaxBatch, Capacity);
        _reader = new BatchLoop<byte[], KnownConversation>(ReadAsync, LoseConnections, MaxBatch, Capacity);
    }

    public Task<KnownConversation> LoadAsync(byte[] conversationKey, CancellationToken cancellationToken) =>
        _reader.AddAsync(conversationKey, cancellationToken);

    public Task<bool> CommitAsync(TurnCommit turn, CancellationToken cancellationToken) =>
        _writer.AddAsync(new TurnWork.Commit(turn), cancellationToken);

    public Task<bool> WasSeenAsync(byte[] seenKey, CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        await using var command = _source.CreateCommand(SqlText.Of("was-seen"));
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = seenKey });
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    });

    public Task CompleteAsync(Guid outboxId, ReplyOutcome outcome, CancellationToken cancellationToken) =>
        _writer.AddAsync(new TurnWork.Complete(outboxId), cancellationToken);

    public Task<IReadOnlyList<PendingReply>> LoadPendingAsync(
        int limit, DateTimeOffset queuedBy, IReadOnlyCollection<Guid> except, CancellationToken cancellationToken) => ColdPath.RunAsync<IReadOnlyList<PendingReply>>(async () =>
    {
        await using var command = _source.CreateCommand(SqlText.Of("load-pending"));
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = queuedBy.UtcDateTime });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. except] });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var pending = new List<PendingReply>();
        while (await rows.ReadAsync(cancellationToken))
        {
            pending.Add(new PendingReply
            {
                Id = rows.GetGuid(0),
                Channel = rows.GetString(1),
                Address = rows.GetFieldValue<byte[]>(2),
                Plan = rows.GetString(3),
                QueuedAt = rows.GetFieldValue<DateTimeOffset>(4),
            });
        }

        return pending;
    });

    public Task<long> CountPendingAsync(DateTimeOffset queuedBy, CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        await using var command = _source.CreateCommand(SqlText.Of("count-pending"));
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = queuedBy.UtcDateTime });
        return await command.ExecuteScalarAsync(cancellationToken) is long count ? count : 0;
    });

    public Task ForgetAsync(byte[] conversationKey, CancellationToken cancellationToken) =>
        ExecuteAsync("forget-conversation", cancellationToken, new NpgsqlParameter<byte[]> { TypedValue = conversationKey });

    public Task ForgetAllAsync(CancellationToken cancellationToken) => ExecuteAsync("forget-conversations", cancellationToken);

    public Task PruneAsync(CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        return ExecuteAsync(
            "prune-turns",
            cancellationToken,
            new NpgsqlParameter<DateOnly> { TypedValue = DateOnly.FromDateTime(now - TurnKeeping.Seen) },
            new NpgsqlParameter<DateTime> { TypedValue = now },
            new NpgsqlParameter<DateTime> { TypedValue = now - TurnKeeping.Replies });
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _reader.DisposeAsync();
    }

    /// <summary>For a host that only knows how to dispose and wait.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async Task<IReadOnlyList<bool>> WriteAsync(IReadOnlyList<TurnWork> works)
    {
        var turns = new TurnBatch(works);
        await using var connection = await _source.OpenConnectionAsync();
        await using var batch = connection.CreateBatch();
        turns.Fill(batch, _time.GetUtcNow(), _day.Today);
        var fresh = new HashSet<byte[]>(KeyComparer.Instance);
        await using (var rows = await batch.ExecuteReaderAsync())
        {
            do
            {
                while (await rows.ReadAsync())
                {
                    fresh.Add(rows.GetFieldValue<byte[]>(0));
                }
            }
            while (await rows.NextResultAsync());
        }

        var results = turns.Results(fresh);
        await KeepQuestionsAsync(connection, works, results);
        return results;
    }

    /// <summary>In a transaction of its own: rows of one transaction share its number, which would lead from a question to who asked.</summary>
    private async Task KeepQuestionsAsync(NpgsqlConnection connection, IReadOnlyList<TurnWork> works, IReadOnlyList<bool> stored)
    {
        var drafts = works.Where((_, i) => stored[i]).OfType<TurnWork.Commit>().Select(c => c.Turn.Unanswered).OfType<UnansweredDraft>().ToArray();
        if (drafts.Length == 0)
        {
            return;
        }

        try
        {
            await using var command = new NpgsqlCommand(SqlText.Of("keep-unanswered"), connection);
            command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = _day.Today });
            command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. drafts.Select(_ => Guid.NewGuid())] });
            command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. drafts.Select(d => d.Language)] });
            command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. drafts.Select(d => StorableText.Of(d.MaskedText))] });
            command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. drafts.Select(d => d.Reason)] });
            await command.ExecuteNonQueryAsync();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The turns are stored and must be answered; a lost line of the inbox harms nobody.
            PostgresTurnStoreLog.QuestionsLost(_log, drafts.Length, (exception as PostgresException)?.SqlState ?? exception.GetType().Name);
        }
    }

    private async Task<IReadOnlyList<KnownConversation>> ReadAsync(IReadOnlyList<byte[]> keys)
    {
        await using var command = _source.CreateCommand(SqlText.Of("load-conversations"));
        command.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [.. keys] });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = _time.GetUtcNow().UtcDateTime });
        await using var rows = await command.ExecuteReaderAsync();
        var found = new Dictionary<byte[], KnownConversation>(KeyComparer.Instance);
        while (await rows.ReadAsync())
        {
            var (key, language) = (rows.GetFieldValue<byte[]>(0), rows.GetString(1));
            var known = found.GetValueOrDefault(key);
            found[key] = await rows.IsDBNullAsync(2)
                ? known with { SubscribedIn = language }
                : known with { State = new ConversationState(language, rows.GetString(2), rows.GetFieldValue<DateTimeOffset>(3)) };
        }

        return [.. keys.Select(found.GetValueOrDefault)];
    }

    private Task<int> ExecuteAsync(string statement, CancellationToken cancellationToken, params NpgsqlParameter[] parameters) => ColdPath.RunAsync(async () =>
    {
        await using var command = _source.CreateCommand(SqlText.Of(statement));
        command.Parameters.AddRange(parameters);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    });

    /// <summary>Pooled connections to a database that went away are dead: the next batch begins with a new one.</summary>
    private void LoseConnections()
    {
        PostgresTurnStoreLog.Unavailable(_log);
        _source.Clear();
    }
}
