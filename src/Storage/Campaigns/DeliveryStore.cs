using Npgsql;
using Outreach.Storage.Sql;
using Outreach.Storage.Turns;

namespace Outreach.Storage.Campaigns;

/// <summary>
/// Deliveries in the sender's hands, all of it set-based. One sender a channel at a time: what it writes carries its fence, and under
/// a lease that is over nothing begins. Works on PostgreSQL alone.
/// </summary>
public sealed class DeliveryStore : IAsyncDisposable, IDisposable
{
    private const int MaxBatch = 1000;
    private const int Capacity = 4096;

    private readonly NpgsqlDataSource _source;
    private readonly TimeProvider _time;
    private readonly LocalDay _day;
    private readonly BatchLoop<DeliveryWork, bool> _writer;

    internal DeliveryStore(NpgsqlDataSource source, TimeProvider time, LocalDay day)
    {
        (_source, _time, _day) = (source, time, day);
        _writer = new BatchLoop<DeliveryWork, bool>(WriteAsync, source.Clear, MaxBatch, Capacity);
    }

    private DateTime Now => _time.GetUtcNow().UtcDateTime;

    /// <summary>Takes the next deliveries of running broadcasts into the sender's hands. None under a lease that is over.</summary>
    /// <param name="limit">At most so many; with none left, what is due is all in somebody's hands or in quiet hours.</param>
    public Task<IReadOnlyList<ReservedDelivery>> ReserveAsync(string channel, long fence, int limit, CancellationToken cancellationToken) => ColdPath.RunAsync<IReadOnlyList<ReservedDelivery>>(async () =>
    {
        while (true)
        {
            var (reserved, putOff) = await ReserveOnceAsync(channel, fence, limit, cancellationToken);
            if (reserved.Count == 0 && putOff == 0)
            {
                await ExecuteAsync("call-back-deliveries", cancellationToken, SqlArgument.Of(channel), SqlArgument.Of(Now));
            }

            // A batch of people who rest only: behind them there may be others who do not.
            if (reserved.Count > 0 || putOff == 0)
            {
                return reserved;
            }
        }
    });

    /// <summary>
    /// In the next group commit: settles what this worker sent before, and writes that it now sends another. What was asked when it was
    /// reserved is asked again: does the broadcast run, is the consent in force, is the person's pause kept, is the lease ours.
    /// </summary>
    /// <returns>Whether it may be sent now. When not, its row says why.</returns>
    /// <exception cref="StoreUnavailableException">
    /// The database is away, and perhaps it was written all the same. Ask again with the same arguments until there is an answer, or
    /// until the lease is lost: asking twice changes nothing, and not asking leaves the row being sent for ever.
    /// </exception>
    public Task<bool> BeginAsync(string channel, long fence, DeliveryKey next, DeliverySettlement? before, CancellationToken cancellationToken) =>
        _writer.AddAsync(new DeliveryWork(channel, fence, before, next), cancellationToken);

    /// <summary>Settles what was sent, in the next group commit. Again changes nothing.</summary>
    /// <exception cref="StoreUnavailableException">The database is away: give it again.</exception>
    public Task SettleAsync(string channel, long fence, DeliverySettlement before, CancellationToken cancellationToken) =>
        _writer.AddAsync(new DeliveryWork(channel, fence, before, null), cancellationToken);

    /// <summary>Writes down where a subscriber lives now. No-op when that address is a subscriber already, or the consent is withdrawn.</summary>
    /// <param name="sealedAddress">Bound to the subscriber's row.</param>
    public Task CorrectAddressAsync(Guid subscriberId, byte[] lookupKey, byte[] sealedAddress, CancellationToken cancellationToken) => ColdPath.RunAsync(() =>
        ExecuteAsync("correct-address", cancellationToken, SqlArgument.Of(subscriberId), SqlArgument.Of(lookupKey), SqlArgument.Of(sealedAddress)));

    /// <summary>Takes over what senders before <paramref name="fence"/> left behind; what they were sending is in doubt from now on.</summary>
    /// <returns>How many rows there were.</returns>
    public Task<int> TakeOverAsync(string channel, long fence, CancellationToken cancellationToken) => ColdPath.RunAsync(() =>
        ExecuteAsync("take-over-deliveries", cancellationToken, SqlArgument.Of(channel), SqlArgument.Of(fence), SqlArgument.Of(Now)));

    /// <summary>Gives back what is reserved and was not begun.</summary>
    public Task<int> ReleaseAsync(string channel, long fence, CancellationToken cancellationToken) => ColdPath.RunAsync(() =>
        ExecuteAsync("release-deliveries", cancellationToken, SqlArgument.Of(channel), SqlArgument.Of(fence)));

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    /// <summary>For a host that only knows how to dispose and wait.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async Task<(List<ReservedDelivery> Reserved, int PutOff)> ReserveOnceAsync(string channel, long fence, int limit, CancellationToken cancellationToken)
    {
        await using var command = _source.CreateCommand(SqlText.Of("reserve-deliveries"));
        command.Parameters.AddRange(new[] { SqlArgument.Of(channel), SqlArgument.Of(fence), SqlArgument.Of(Now), SqlArgument.Of(_day.Minute), SqlArgument.Of(limit) });
        var reserved = new List<ReservedDelivery>();
        var putOff = 0;
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            if (rows.GetString(2) != nameof(DeliveryState.Reserved))
            {
                putOff++;
                continue;
            }

            reserved.Add(new ReservedDelivery
            {
                Key = new DeliveryKey(rows.GetGuid(0), rows.GetGuid(1)),
                Address = await rows.IsDBNullAsync(3, cancellationToken) ? null : rows.GetFieldValue<byte[]>(3),
                Language = rows.GetString(4),
                Attempts = rows.GetInt16(5),
            });
        }

        return (reserved, putOff);
    }

    private async Task<int> ExecuteAsync(string statement, CancellationToken cancellationToken, params NpgsqlParameter[] arguments)
    {
        await using var command = _source.CreateCommand(SqlText.Of(statement));
        command.Parameters.AddRange(arguments);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<bool>> WriteAsync(IReadOnlyList<DeliveryWork> works)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var batch = connection.CreateBatch();
        DeliveryBatch.Fill(batch, works, Now, _day.Minute);
        var begun = new HashSet<DeliveryKey>();
        await using var rows = await batch.ExecuteReaderAsync();
        do
        {
            while (await rows.ReadAsync())
            {
                if (rows.GetString(2) == nameof(DeliveryState.Sending))
                {
                    begun.Add(new DeliveryKey(rows.GetGuid(0), rows.GetGuid(1)));
                }
            }
        }
        while (await rows.NextResultAsync());
        return [.. works.Select(work => work.Next is not { } next || begun.Contains(next))];
    }
}
