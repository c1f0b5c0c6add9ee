using Npgsql;
using Outreach.Storage.Sql;

namespace Outreach.Storage.Campaigns;

/// <summary>Reads everyone who opted in, in groups of the like: for rehearsals, which ask of each again and again.</summary>
public sealed class AudienceCohorts(StorageStartup storage, TimeProvider time)
{
    private const int Seconds = 300;
    private const int DaysBack = 366;

    public Task<IReadOnlyList<AudienceCohort>> ReadAsync(CancellationToken cancellationToken) => ColdPath.RunAsync<IReadOnlyList<AudienceCohort>>(async () =>
    {
        await using var connection = await storage.Source.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(SqlText.Of("audience-cohorts"), connection) { CommandTimeout = Seconds };
        command.Parameters.Add(SqlArgument.Of(time.GetUtcNow().UtcDateTime.AddDays(-DaysBack)));
        var cohorts = new List<AudienceCohort>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            cohorts.Add(new AudienceCohort
            {
                Channel = rows.GetString(0),
                Language = rows.GetString(1),
                Province = rows.GetValue(2) as string,
                Role = rows.GetValue(3) as string,
                Topics = rows.GetFieldValue<string[]>(4),
                QuietFrom = rows.GetValue(5) as short?,
                QuietTo = rows.GetValue(6) as short?,
                ConsentedOn = rows.GetFieldValue<DateTimeOffset>(7),
                LastSentAt = rows.GetValue(8) is DateTime at ? new DateTimeOffset(at) : null,
                Count = rows.GetInt64(9),
            });
        }

        return cohorts;
    });
}
