using Npgsql;
using Outreach.Storage.Sql;

namespace Outreach.Storage.Subscribers.Import;

/// <summary>Writes who is subscribed for reports: no address, no id, the month of the consent, in no order.</summary>
public sealed class SubscriberExport
{
    private const int StatementSeconds = 300;

    private readonly NpgsqlDataSource _source;
    private readonly LocalDay _day;

    internal SubscriberExport(NpgsqlDataSource source, LocalDay day) => (_source, _day) = (source, day);

    /// <returns>How many rows.</returns>
    /// <exception cref="StoreUnavailableException">The database is away.</exception>
    public Task<long> RunAsync(TextWriter csv, CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        await csv.WriteAsync("channel,language,province,role,topics,consented_in\r\n");
        await using var command = _source.CreateCommand(SqlText.Of("export-subscribers"));
        command.CommandTimeout = StatementSeconds;
        command.Parameters.Add(SqlArgument.Of(_day.Zone.Id));
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        long count = 0;
        for (; await rows.ReadAsync(cancellationToken); count++)
        {
            var cells = Enumerable.Range(0, rows.FieldCount).Select(i => CsvCells.Write(rows.GetString(i)));
            await csv.WriteAsync(string.Join(',', cells) + "\r\n");
        }

        return count;
    });
}
