using Npgsql;
using Outreach.Storage.Sql;

namespace Outreach.Storage.Turns;

/// <summary>A batch of work as columns for <c>unnest</c>, and as the commands that write it in one transaction.</summary>
internal sealed class TurnBatch
{
    private readonly List<byte[]> _seen = [];
    private readonly List<Guid> _completed = [];
    private readonly List<(byte[] Seen, byte[] Key, ConversationState State)> _states = [];
    private readonly List<(byte[] Seen, PendingReply Reply)> _replies = [];
    private readonly List<(byte[] Seen, CounterName Counter)> _counters = [];
    private readonly Dictionary<byte[], int> _firstOfKey = new(KeyComparer.Instance);

    public TurnBatch(IReadOnlyList<TurnWork> works)
    {
        Works = works;
        for (var i = 0; i < works.Count; i++)
        {
            switch (works[i])
            {
                // Of the same update twice in one batch the first counts; the other is a replay of it.
                case TurnWork.Commit { Turn: var turn } when _firstOfKey.TryAdd(turn.SeenKey, i):
                    Add(turn);
                    break;
                case TurnWork.Complete(var id):
                    _completed.Add(id);
                    break;
            }
        }

        _seen.Sort(KeyComparer.Instance);
    }

    public IReadOnlyList<TurnWork> Works { get; }

    /// <summary>One implicit transaction: a batch without an explicit one is all or nothing.</summary>
    public void Fill(NpgsqlBatch batch, DateTimeOffset now, DateOnly today)
    {
        if (_seen.Count > 0)
        {
            batch.BatchCommands.Add(CommitCommand(now.UtcDateTime, today));
        }

        if (_completed.Count > 0)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(SqlText.Of("complete-replies")) { Parameters = { Parameter(_completed.ToArray()) } });
        }
    }

    /// <summary>Which of the works were stored, given the seen keys that were new.</summary>
    public IReadOnlyList<bool> Results(IReadOnlySet<byte[]> fresh)
    {
        var results = new bool[Works.Count];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = Works[i] is not TurnWork.Commit { Turn.SeenKey: var key } || (fresh.Contains(key) && _firstOfKey[key] == i);
        }

        return results;
    }

    private void Add(TurnCommit turn)
    {
        _seen.Add(turn.SeenKey);
        if (turn.State is not null)
        {
            _states.Add((turn.SeenKey, turn.ConversationKey, turn.State));
        }

        foreach (var reply in turn.Replies)
        {
            _replies.Add((turn.SeenKey, reply));
        }

        foreach (var counter in turn.Counters)
        {
            _counters.Add((turn.SeenKey, counter));
        }
    }

    private NpgsqlBatchCommand CommitCommand(DateTime now, DateOnly today) => new(SqlText.Of("commit-turns"))
    {
        Parameters =
        {
            Parameter(_seen.ToArray()),
            Parameter(DateOnly.FromDateTime(now)),
            Parameter(now),
            Column(_states, s => s.Seen),
            Column(_states, s => s.Key),
            Column(_states, s => s.State.Language),
            Column(_states, s => s.State.Data),
            Column(_states, s => s.State.Expires.UtcDateTime),
            Column(_replies, r => r.Seen),
            Column(_replies, r => r.Reply.Id),
            Column(_replies, r => r.Reply.Channel),
            Column(_replies, r => r.Reply.Address),
            Column(_replies, r => r.Reply.Plan),
            Column(_counters, c => c.Seen),
            Column(_counters, c => c.Counter.Name),
            Column(_counters, c => c.Counter.Topic),
            Parameter(today),
        },
    };

    private static NpgsqlParameter<T[]> Column<TRow, T>(List<TRow> rows, Func<TRow, T> value)
    {
        var column = new T[rows.Count];
        for (var i = 0; i < column.Length; i++)
        {
            column[i] = value(rows[i]);
        }

        return Parameter(column);
    }

    private static NpgsqlParameter<T> Parameter<T>(T value) => new() { TypedValue = value };
}
