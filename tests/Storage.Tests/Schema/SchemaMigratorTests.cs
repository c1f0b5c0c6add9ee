using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using Outreach.Storage.Schema;
using Outreach.Testing.Postgres;

namespace Outreach.Storage.Tests.Schema;

public sealed class SchemaMigratorTests(TestCluster cluster)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Three_nodes_that_start_at_once_migrate_once()
    {
        var database = await cluster.CreateBareDatabaseAsync(Cancellation);

        var applied = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => new SchemaMigrator(database.ConnectionString).MigrateAsync(Cancellation)));

        Assert.Single(applied, a => a.Count > 0);
        Assert.Empty(await new SchemaMigrator(database.ConnectionString).FindPendingAsync(Cancellation));
    }

    [Fact]
    public void The_migrations_make_what_the_model_says()
    {
        using var db = CreateDb("Host=localhost;Database=none");

        Assert.False(db.Database.HasPendingModelChanges(), "dotnet ef migrations add NAME --project src/Storage --startup-project tools/Migrations");
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused()
    {
        var database = await cluster.CreateDatabaseAsync(Cancellation);
        await using (var connection = new NpgsqlConnection(database.ConnectionString))
        {
            await connection.OpenAsync(Cancellation);
            await using var command = new NpgsqlCommand("INSERT INTO schema_migrations VALUES ('29990101000000_Future', '99')", connection);
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        var thrown = await Assert.ThrowsAsync<StorageStartException>(() => new SchemaMigrator(database.ConnectionString).MigrateAsync(Cancellation));

        Assert.Contains("29990101000000_Future", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_id_is_left_to_the_provider_whose_ids_tell_the_time()
    {
        using var db = CreateDb("Host=localhost;Database=none");

        var ids = db.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => p.ClrType == typeof(Guid)).ToList();

        Assert.NotEmpty(ids);
        Assert.All(ids, id => Assert.Equal(ValueGenerated.Never, id.ValueGenerated));
    }

    [Fact]
    public void No_column_is_named_for_a_person()
    {
        using var db = CreateDb("Host=localhost;Database=none");
        string[] forbidden = ["user_name", "username", "first_name", "last_name", "full_name", "phone", "photo", "picture", "chat_id"];

        var columns = db.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Select(p => p.GetColumnName());

        Assert.Empty(columns.Intersect(forbidden));
    }

    private static OutreachDb CreateDb(string connectionString)
    {
        var builder = new DbContextOptionsBuilder<OutreachDb>();
        PostgresModel.Configure(builder, connectionString);
        return new OutreachDb(builder.Options);
    }
}
