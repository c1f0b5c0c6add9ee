using Npgsql;
using Outreach.Storage.Operations;
using Outreach.Testing.Postgres;

namespace Outreach.Storage.Tests.Operations;

public sealed class DoctorTests(TestCluster cluster) : IDisposable
{
    private readonly ScratchFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_healthy_storage_has_no_fault()
    {
        var settings = await UsedAsync();

        var (code, findings) = await ExamineAsync(settings);

        Assert.Equal(0, code);
        Assert.DoesNotContain(findings, f => f.Level == FindingLevel.Fault);
        Assert.Contains(findings, f => f is { Check: "migrations", Text: "none pending" });
        Assert.Contains(findings, f => f is { Check: "keys", Text: "they fit this database" });
        Assert.Contains(findings, f => f.Check == "clock" && f.Text.EndsWith("Asia/Ho_Chi_Minh", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Before_the_first_start_nothing_is_made_and_nothing_is_at_fault()
    {
        var data = _folder.Below("data");

        var (code, findings) = await ExamineAsync(new() { ["Storage:Provider"] = "Local", ["Storage:Directory"] = data });

        Assert.Equal(0, code);
        Assert.Contains(findings, f => f is { Check: "database" } && f.Text.StartsWith("not made yet", StringComparison.Ordinal));
        Assert.False(Directory.Exists(data));
    }

    [Fact]
    public async Task Open_keys_foreign_keys_and_pending_migrations_are_found()
    {
        var settings = await UsedAsync();
        File.Delete(_folder.Below("keys/sender/key-1"));
        await (await StorageHost.OpenAsync(new Dictionary<string, string?>(settings) { ["Storage:ConnectionString"] = (await cluster.CreateDatabaseAsync(Cancellation)).ConnectionString }))
            .DisposeAsync();
        File.SetUnixFileMode(_folder.Below("keys/public"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead);
        await using (var connection = new NpgsqlConnection(settings["Storage:ConnectionString"] + ";Pooling=false"))
        {
            await connection.OpenAsync(Cancellation);
            await using var command = new NpgsqlCommand("DELETE FROM schema_migrations", connection);
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        var (code, findings) = await ExamineAsync(settings);

        Assert.Equal(1, code);
        Assert.Contains(findings, f => f is { Level: FindingLevel.Fault, Check: "keys" } && f.Text.Contains("chmod 700", StringComparison.Ordinal));
        Assert.Contains(findings, f => f is { Level: FindingLevel.Fault, Check: "keys" } && f.Text.Contains("'sender'", StringComparison.Ordinal));
        Assert.Contains(findings, f => f is { Level: FindingLevel.Warn, Check: "migrations" });
    }

    [Fact]
    public async Task A_database_that_is_away_is_a_fault_and_its_password_is_not_shown()
    {
        var (code, findings) = await ExamineAsync(new()
        {
            ["Storage:Provider"] = "Postgres",
            ["Storage:ConnectionString"] = "Host=127.0.0.1;Port=1;Database=outreach;Username=u;Password=hunter2",
            ["Storage:Directory"] = _folder.Path,
        });

        Assert.Equal(1, code);
        Assert.Contains(findings, f => f is { Level: FindingLevel.Fault, Check: "database" });
        Assert.DoesNotContain(findings, f => f.Text.Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Memory_is_warned_of()
    {
        var (code, findings) = await ExamineAsync(new() { ["Storage:Provider"] = "InMemory" });

        Assert.Equal(0, code);
        Assert.Contains(findings, f => f is { Level: FindingLevel.Warn, Check: "provider" });
    }

    private async Task<Dictionary<string, string?>> UsedAsync()
    {
        var settings = (await cluster.CreateDatabaseAsync(Cancellation)).Settings(_folder.Path);
        await (await StorageHost.OpenAsync(settings)).DisposeAsync();
        return settings;
    }

    private static async Task<(int Code, IReadOnlyList<Finding> Findings)> ExamineAsync(Dictionary<string, string?> settings)
    {
        await using var host = StorageHost.Unprepared(settings);
        await using var again = StorageHost.Unprepared(settings);
        var code = await host.Get<DoctorVerb>().RunAsync(new VerbOutput(TextWriter.Null, TextWriter.Null), Cancellation);
        return (code, await again.Get<DoctorVerb>().ExamineAsync(Cancellation));
    }
}
