using Npgsql;

namespace Outreach.Bot.Tests.EndToEnd.PowerCuts;

/// <summary>Makes the database wait at one statement of the program, from outside: a trigger that wants a lock which the test holds.</summary>
internal sealed class DatabaseHold : IAsyncDisposable
{
    private const int Lock = 471_147;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly NpgsqlConnection _connection;
    private readonly string _table;

    private DatabaseHold(NpgsqlConnection connection, string table) => (_connection, _table) = (connection, table);

    /// <param name="at">As <c>BEFORE INSERT ON case_texts</c>; a commit is <c>AFTER INSERT ON case_texts</c> with <paramref name="atCommit"/>.</param>
    /// <param name="when">Only rows of which this holds.</param>
    public static async Task<DatabaseHold> SetAsync(NpgsqlDataSource source, string at, CancellationToken cancellationToken, string? when = null, bool atCommit = false)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken);
        var hold = new DatabaseHold(connection, at.Split(' ')[^1]);
        await hold.DoAsync($"SELECT pg_advisory_lock({Lock})");
        await hold.DoAsync($"""
            CREATE OR REPLACE FUNCTION hold_for_test() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                PERFORM pg_advisory_xact_lock_shared({Lock});
                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                RETURN NEW;
            END $$
            """);
        await hold.DoAsync(
            $"CREATE {(atCommit ? "CONSTRAINT " : "")}TRIGGER hold_for_test {at} {(atCommit ? "DEFERRABLE INITIALLY DEFERRED" : "")} FOR EACH ROW {(when is null ? "" : $"WHEN ({when})")} EXECUTE FUNCTION hold_for_test()");
        return hold;
    }

    /// <summary>Completes when the program has come there.</summary>
    public async Task ReachedAsync(CancellationToken cancellationToken)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (await WaitingAsync() == 0)
        {
            if (TimeProvider.System.GetElapsedTime(begun) > Patience)
            {
                throw new TimeoutException($"The program did not come to the hold on {_table}.");
            }

            await Task.Delay(Look, TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>What was waiting is broken off, as if the database had noticed the death at once.</summary>
    public async Task BreakOffAsync(CancellationToken cancellationToken)
    {
        await DoAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'advisory' AND pid <> pg_backend_pid()");
        await EndAsync(cancellationToken);
    }

    /// <summary>What was waiting goes on to its end in the database, though nobody is there any more to hear of it.</summary>
    public async Task LetGoAsync(CancellationToken cancellationToken)
    {
        await DoAsync($"SELECT pg_advisory_unlock({Lock})");
        await EndAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task EndAsync(CancellationToken cancellationToken)
    {
        while (await WaitingAsync() > 0)
        {
            await Task.Delay(Look, TimeProvider.System, cancellationToken);
        }

        // Waits for the transaction that was held, so what it left is what everybody sees.
        await DoAsync($"DROP TRIGGER hold_for_test ON {_table}");
        await DoAsync("SELECT pg_advisory_unlock_all()");
    }

    private async Task<long> WaitingAsync()
    {
        await using var command = new NpgsqlCommand("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'advisory' AND pid <> pg_backend_pid()", _connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task DoAsync(string statement)
    {
        await using var command = new NpgsqlCommand(statement, _connection);
        await command.ExecuteNonQueryAsync();
    }
}
