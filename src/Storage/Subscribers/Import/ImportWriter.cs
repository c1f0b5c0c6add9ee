using Npgsql;
using Outreach.Storage.Keys;
using Outreach.Storage.Sql;
using Outreach.Storage.Turns;

namespace Outreach.Storage.Subscribers.Import;

/// <summary>Writes a batch of rows: new ones, and those who consented again after they had withdrawn.</summary>
internal sealed class ImportWriter(NpgsqlDataSource source, KeyRing keys)
{
    private const int StatementSeconds = 120;

    public Task<ImportSummary> WriteAsync(IReadOnlyList<ImportedSubscriber> rows, CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        // Of several rows of one person the latest consent counts.
        var people = rows.Select(row => (Key: keys.ConversationKey(row.Channel, row.Address), Row: row))
            .GroupBy(row => row.Key, KeyComparer.Instance)
            .ToDictionary(group => group.Key, group => group.MaxBy(row => row.Row.ConsentedAt).Row, KeyComparer.Instance);
        if (people.Count == 0)
        {
            return new ImportSummary();
        }

        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var known = await FindAsync(connection, people.Keys, cancellationToken);
        var added = await AddAsync(connection, [.. people.Where(person => !known.ContainsKey(person.Key)).OrderBy(person => person.Key, KeyComparer.Instance)], cancellationToken);
        var withdrawn = known.Where(person => person.Value.WithdrawnAt is not null).ToList();
        var again = withdrawn.Where(person => person.Value.WithdrawnAt < people[person.Key].ConsentedAt).ToDictionary(person => person.Value.Id, person => people[person.Key]);
        var renewed = await RenewAsync(connection, again, cancellationToken);
        var left = withdrawn.Count - again.Count;
        return new ImportSummary { Added = added, Renewed = renewed, LeftWithdrawn = left, Kept = rows.Count - added - renewed - left };
    });

    private static async Task<Dictionary<byte[], (Guid Id, DateTimeOffset? WithdrawnAt)>> FindAsync(
        NpgsqlConnection connection, IEnumerable<byte[]> keys, CancellationToken cancellationToken)
    {
        await using var command = Command("find-imported", connection, SqlArgument.Of(keys.ToArray()));
        var found = new Dictionary<byte[], (Guid, DateTimeOffset?)>(KeyComparer.Instance);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            found[rows.GetFieldValue<byte[]>(0)] = (rows.GetGuid(1), await rows.IsDBNullAsync(2, cancellationToken) ? null : rows.GetFieldValue<DateTimeOffset>(2));
        }

        return found;
    }

    /// <param name="people">In the order of their keys: each page of the index is then written once a batch. The ids are sorted for the same.</param>
    private async Task<int> AddAsync(NpgsqlConnection connection, IReadOnlyList<KeyValuePair<byte[], ImportedSubscriber>> people, CancellationToken cancellationToken)
    {
        if (people.Count == 0)
        {
            return 0;
        }

        var ids = people.Select(_ => Guid.NewGuid()).Order().ToArray();
        var rows = people.Select(person => person.Value).ToList();
        await using var command = Command("add-imported", connection, [
            SqlArgument.Of(ids), SqlArgument.Of(rows.Select(row => row.Channel).ToArray()), SqlArgument.Of(people.Select(person => person.Key).ToArray()), .. Described(ids, rows)]);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<int> RenewAsync(NpgsqlConnection connection, Dictionary<Guid, ImportedSubscriber> people, CancellationToken cancellationToken)
    {
        if (people.Count == 0)
        {
            return 0;
        }

        await using var command = Command("renew-imported", connection, [SqlArgument.Of(people.Keys.ToArray()), .. Described([.. people.Keys], [.. people.Values])]);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private IEnumerable<NpgsqlParameter> Described(Guid[] ids, IReadOnlyList<ImportedSubscriber> rows) =>
    [
        SqlArgument.Of(rows.Select((row, i) => keys.SealAddress(Subscriber.Table, ids[i], row.Address)).ToArray()),
        SqlArgument.Of(rows.Select(row => row.Profile.Language).ToArray()),
        SqlArgument.Of(rows.Select(row => row.Profile.Province).ToArray()),
        SqlArgument.Of(rows.Select(row => row.Profile.Role).ToArray()),
        SqlArgument.Of(rows.Select(row => string.Join(';', row.Profile.Topics)).ToArray()),
        SqlArgument.Of(rows.Select(row => row.Wording).ToArray()),
        SqlArgument.Of(rows.Select(row => row.ConsentedAt.UtcDateTime).ToArray()),
    ];

    private static NpgsqlCommand Command(string statement, NpgsqlConnection connection, params NpgsqlParameter[] arguments)
    {
        var command = new NpgsqlCommand(SqlText.Of(statement), connection) { CommandTimeout = StatementSeconds };
        command.Parameters.AddRange(arguments);
        return command;
    }
}
