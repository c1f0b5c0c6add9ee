using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using Outreach.Storage.Cases;
using Outreach.Testing.Postgres;

namespace Outreach.Cases.Tests.Model;

/// <summary>What the help tables must not be able to tell.</summary>
public sealed class HelpTableModelTests(TestCluster cluster)
{
    [Fact]
    public void Every_help_table_is_looked_at() => Assert.True(HelpTables.All.Count >= 11);

    [Fact]
    public void Every_id_of_a_help_table_is_checked_to_be_random_and_made_by_us()
    {
        foreach (var property in HelpTables.All.SelectMany(IdsOf))
        {
            var table = property.DeclaringType.GetTableName()!;
            var check = ((IEntityType)property.DeclaringType).GetCheckConstraints().SingleOrDefault(c => c.Name == $"ck_{table}_{property.GetColumnName()}_random");
            Assert.True(check is not null, $"{table}.{property.GetColumnName()} has no check that it is random.");
            Assert.Equal(ValueGenerated.Never, property.ValueGenerated);
        }
    }

    [Fact]
    public void Ids_made_by_the_entities_are_version_4()
    {
        Guid[] made =
        [
            new CaseText { CaseId = Guid.Empty, Number = 1, Author = TextAuthor.Worker, Sealed = [], On = default }.Id,
            new CaseLink { CaseId = Guid.Empty, Sealed = [] }.Id,
            new CaseReferral { CaseId = Guid.Empty, PartnerId = "", On = default }.Id,
            new CaseReport { CaseId = Guid.Empty, Rule = DutyRule.Child, To = "", On = default, StaffId = Guid.Empty }.Id,
            new Outreach.Cases.Requests.HelpRequest { Mode = AnswerMode.Receipt, Topic = "", InDanger = false, Language = "", Text = "", Consent = "" }.Id,
        ];

        Assert.All(made, id => Assert.Equal(4, id.Version));
    }

    [Fact]
    public void No_column_of_a_help_table_is_finer_than_the_hour()
    {
        Type[] times = [typeof(DateTime), typeof(DateTimeOffset), typeof(TimeOnly), typeof(TimeSpan)];

        foreach (var property in HelpTables.All.SelectMany(type => type.GetProperties()))
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            Assert.True(
                !times.Contains(type) || property.GetValueConverter() is WholeHour,
                $"{property.DeclaringType.GetTableName()}.{property.GetColumnName()} keeps a time finer than the hour.");
        }
    }

    [Fact]
    public void The_hour_is_cut_in_utc()
    {
        var moment = new DateTimeOffset(2026, 11, 21, 23, 59, 59, 999, TimeSpan.FromMinutes(450));

        Assert.Equal(new DateTimeOffset(2026, 11, 21, 16, 0, 0, TimeSpan.Zero), new WholeHour().ConvertToProvider(moment));
    }

    [Fact]
    public void No_help_table_counts_its_rows_by_sequence_or_identity()
    {
        foreach (var property in HelpTables.All.SelectMany(type => type.GetProperties()))
        {
            Assert.Equal(NpgsqlValueGenerationStrategy.None, property.GetValueGenerationStrategy());
            Assert.Equal(ValueGenerated.Never, property.ValueGenerated);
            Assert.Null(property.GetDefaultValueSql());
        }
    }

    [Fact]
    public async Task The_database_has_no_sequence_trigger_or_default_on_a_help_table()
    {
        var database = await cluster.CreateDatabaseAsync(TestContext.Current.CancellationToken);
        var tables = HelpTables.All.Select(type => type.GetTableName()!).ToArray();

        var owned = await CountAsync(
            database,
            """
            SELECT (SELECT count(*) FROM information_schema.columns
                    WHERE table_name = ANY($1) AND (column_default IS NOT NULL OR is_identity = 'YES'
                          OR data_type LIKE 'timestamp%' AND column_name <> 'urgent_since' OR data_type LIKE 'time %'))
                 + (SELECT count(*) FROM pg_depend d JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S'
                    JOIN pg_class t ON t.oid = d.refobjid WHERE t.relname = ANY($1))
                 + (SELECT count(*) FROM pg_trigger g JOIN pg_class t ON t.oid = g.tgrelid WHERE t.relname = ANY($1) AND NOT g.tgisinternal)
            """,
            tables);

        Assert.Equal(0, owned);
    }

    [Fact]
    public async Task The_database_refuses_an_id_that_tells_its_time()
    {
        var database = await cluster.CreateDatabaseAsync(TestContext.Current.CancellationToken);
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);

        await using var command = source.CreateCommand("INSERT INTO erasures (case_id, \"on\") VALUES ($1, '2026-11-21')");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Guid.CreateVersion7() });
        var thrown = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));

        Assert.Equal(PostgresErrorCodes.CheckViolation, thrown.SqlState);
    }

    /// <summary>Staff have names: their ids may be of any kind.</summary>
    private static IEnumerable<IProperty> IdsOf(IEntityType type) =>
        type.GetProperties().Where(p => p.ClrType == typeof(Guid) && p.Name is not nameof(CaseText.StaffId));

    private static async Task<long> CountAsync(TestDatabase database, string query, string[] tables)
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using var command = source.CreateCommand(query);
        command.Parameters.AddWithValue(tables);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
