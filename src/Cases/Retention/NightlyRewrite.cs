using Microsoft.Extensions.Logging;
using Npgsql;
using Outreach.Storage;
using Outreach.Storage.Sql;
using Outreach.Storage.Staff;
using Outreach.Storage.Turns;

namespace Outreach.Cases.Retention;

/// <summary>
/// Writes every help table anew in random order, in one transaction: where a row lies and which transaction wrote it
/// (ctid, xmin) then tell nothing of when it came. Forgets what the day's conversations were about, and drops the day's
/// write-ahead log. The audit's lines of cases lose their order with them. Before the first night all these do tell; docs/privacy.md says so, tests/Bot.Tests/Linkage how much.
/// </summary>
internal sealed class NightlyRewrite(StorageStartup storage, AuditTrail audit, ITurnStore turns, CaseSteps steps, ILogger<NightlyRewrite> log)
{
    private const int TimeoutSeconds = 300;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (storage.KeepsNothing)
        {
            return;
        }

        // In a transaction of its own: staff who act at this moment hold the one table while they wait for the others.
        await audit.MoveWaitingAsync(cancellationToken);
        await using (var connection = await storage.Source.OpenConnectionAsync(cancellationToken))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await ExecuteAsync(connection, SqlText.Of("rewrite-help-tables"), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        steps.Pass(CaseStep.RewriteDone);
        await turns.ForgetAllAsync(cancellationToken);
        // Tables just written know neither what is in them nor that all of it is visible: lists and counts would be slow.
        await WhereAllowedAsync("VACUUM (ANALYZE) help_cases, case_texts, receipts, case_links, case_aliases", cancellationToken);
        // A new segment first: the checkpoint then has no more use for the day's ones and removes them, and the old files with them.
        await WhereAllowedAsync("SELECT pg_switch_wal()", cancellationToken);
        await WhereAllowedAsync("CHECKPOINT", cancellationToken);
    }

    private async Task WhereAllowedAsync(string statement, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await storage.Source.OpenConnectionAsync(cancellationToken);
            await ExecuteAsync(connection, statement, cancellationToken);
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            CasesLog.NotAllowed(log, statement);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string statement, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = TimeoutSeconds };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
