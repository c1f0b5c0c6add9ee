using Npgsql;
using Outreach.Storage.Keys;

namespace Outreach.Storage.Subscribers.Import;

/// <summary>Takes a list of subscribers in, in constant memory and beside a running service. Works on PostgreSQL alone.</summary>
public sealed class SubscriberImport
{
    // A few megabytes of ours. The more at once, the fewer pages of its indexes the database writes again and again.
    private const int BatchRows = 20_000;

    private readonly ImportWriter _writer;
    private readonly KeyRing _keys;
    private readonly LocalDay _day;
    private readonly TimeProvider _time;

    internal SubscriberImport(NpgsqlDataSource source, KeyRing keys, LocalDay day, TimeProvider time)
    {
        (_writer, _keys, _day, _time) = (new ImportWriter(source, keys), keys, day, time);
    }

    /// <summary>Reads the list to its end. What is in order goes in, and stays in whatever happens to the rest; running it again changes nothing.</summary>
    /// <param name="report">Hears of each fault, in the order of the lines.</param>
    /// <exception cref="ImportHeaderException">It is no list of subscribers.</exception>
    /// <exception cref="StorageStartException">This node's roles do not open the keys that addresses are sealed with.</exception>
    /// <exception cref="StoreUnavailableException">The database is away.</exception>
    public async Task<ImportSummary> RunAsync(Stream csv, Func<ImportFault, Task> report, CancellationToken cancellationToken)
    {
        if (!_keys.SealsAddresses)
        {
            throw new StorageStartException("Addresses cannot be sealed here: this node's roles do not open the public and the sender keys. Import on a node with Roles=all.");
        }

        var lines = new CsvLines(csv);
        var rows = new ImportRows(ImportHeader.Read(await lines.ReadAsync(cancellationToken)), _day.Zone, _time.GetUtcNow());
        var (summary, faults) = (new ImportSummary(), new List<ImportFault>());
        var batch = new List<ImportedSubscriber>(BatchRows);
        // One batch is written while the next is read.
        var writing = Task.FromResult(new ImportSummary());
        while (await lines.ReadAsync(cancellationToken) is { } line)
        {
            if (string.IsNullOrWhiteSpace(line.Text) && line.Text is not null)
            {
                continue;
            }

            if (rows.Read(line, faults) is { } row)
            {
                batch.Add(row);
            }
            else
            {
                summary = summary.Plus(new ImportSummary { Refused = 1 });
                foreach (var fault in faults)
                {
                    await report(fault);
                }

                faults.Clear();
            }

            if (batch.Count == BatchRows)
            {
                summary = summary.Plus(await writing);
                var full = batch;
                writing = Task.Run(() => _writer.WriteAsync(full, cancellationToken), cancellationToken);
                batch = new List<ImportedSubscriber>(BatchRows);
            }
        }

        return summary.Plus(await writing).Plus(await _writer.WriteAsync(batch, cancellationToken));
    }
}
