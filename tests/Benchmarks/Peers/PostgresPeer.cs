using System.Diagnostics;
using Npgsql;
using Outreach.Storage;
using Outreach.Storage.Local;
using Outreach.Testing.Postgres;

namespace Outreach.Benchmarks.Peers;

/// <summary>PostgreSQL on a throw-away cluster.</summary>
internal sealed class PostgresPeer : IPeer
{
    public async Task<PeerOutcome> RunAsync(PeerTask task, CancellationToken cancellationToken)
    {
        if (!LocalPostgres.ProgramsAreHere)
        {
            return new PeerOutcome.NotRun("not installed: the PostgreSQL server programs (Debian: apt-get install postgresql)") { Name = "PostgreSQL" };
        }

        try
        {
            return await AskAsync(task, cancellationToken);
        }
        catch (Exception exception) when (exception is StorageStartException or PostgresException)
        {
            return new PeerOutcome.NotRun($"not installed: {exception.Message} (Debian: apt-get install postgresql)") { Name = "PostgreSQL" };
        }
    }

    private static async Task<PeerOutcome.Ran> AskAsync(PeerTask task, CancellationToken cancellationToken)
    {
        await using var cluster = new TestCluster();
        var database = await cluster.CreateBareDatabaseAsync(cancellationToken);
        var memory = new ServerMemory(cluster.LogFolder);
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        var before = memory.Megabytes();
        var start = Stopwatch.GetTimestamp();
        await FillAsync(connection, task.Documents, cancellationToken);
        var buildMs = Stopwatch.GetElapsedTime(start).TotalMilliseconds;

        await using var find = new NpgsqlCommand(PostgresSql.Find, connection) { Parameters = { new NpgsqlParameter<string>() } };
        await find.PrepareAsync(cancellationToken);
        var answers = new PeerAnswer[task.Questions.Count];
        foreach (var _ in Enumerable.Range(0, 2))
        {
            for (var i = 0; i < answers.Length; i++)
            {
                answers[i] = await AskAsync(find, task.Questions[i], cancellationToken);
            }
        }

        return new PeerOutcome.Ran(buildMs, memory.Megabytes() - before, answers) { Name = $"PostgreSQL {connection.PostgreSqlVersion.Major}" };
    }

    private static async Task FillAsync(NpgsqlConnection connection, IReadOnlyList<PeerDocument> documents, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, PostgresSql.Prepare, cancellationToken);
        for (var number = 0; number < documents.Count; number++)
        {
            var (id, question, variants, title, body) = documents[number];
            await ExecuteAsync(connection, PostgresSql.InsertEntry, cancellationToken, number, id, question, string.Join('\n', variants), title, body);
            await ExecuteAsync(connection, PostgresSql.InsertPhrasings, cancellationToken, number, variants.Prepend(question).ToArray());
        }

        await ExecuteAsync(connection, PostgresSql.Finish, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<PeerAnswer> AskAsync(NpgsqlCommand find, string question, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        ((NpgsqlParameter<string>)find.Parameters[0]).TypedValue = question;
        var hits = new List<PeerHit>();
        await using var reader = await find.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            hits.Add(new PeerHit(reader.GetString(0), reader.GetDouble(1)));
        }

        return new PeerAnswer(Stopwatch.GetElapsedTime(start).TotalMilliseconds, hits);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string statement, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        command.Parameters.AddRange(values.Select(v => new NpgsqlParameter { Value = v }).ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
