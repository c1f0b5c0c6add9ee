using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using Outreach.Storage.Staff;
using Outreach.Testing;
using Outreach.Testing.Postgres;

namespace Outreach.Storage.Tests.Staff;

public sealed class AuditTrailTests(TestCluster cluster) : IAsyncLifetime
{
    private static readonly Guid Staff = Guid.NewGuid();
    private readonly ScratchFolder _folder = new();
    private readonly HandMovedClock _clock = new(new DateTimeOffset(2026, 11, 21, 9, 41, 17, TimeSpan.Zero));
    private StorageHost _host = null!;

    private AuditTrail Trail => _host.Get<AuditTrail>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IReadOnlyDictionary<string, string?> Settings { get; set; } = null!;

    private string MarkFile => Path.Combine(_host.Get<IOptions<StorageOptions>>().Value.FullKeyDirectory, "console", "audit-end");

    public async ValueTask InitializeAsync()
    {
        Settings = (await cluster.CreateDatabaseAsync(Token)).Settings(_folder.Path);
        _host = await StorageHost.OpenAsync(Settings, _clock);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_chain_of_lines_holds_and_keeps_the_hour_alone()
    {
        await WriteAsync(3);

        await using var db = await _host.OpenDbAsync();
        Assert.Equal(new AuditCheck.Whole(3), await Trail.VerifyAsync(Token));
        Assert.All(await db.AuditEntries.ToListAsync(Token), line => Assert.Equal(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero), line.Hour));
    }

    [Theory]
    [InlineData("UPDATE audit_entries SET action = 'SignedOut' WHERE number = 2")]
    [InlineData("DELETE FROM audit_entries WHERE number = 3")]
    [InlineData("TRUNCATE audit_entries")]
    public async Task The_database_refuses_to_change_or_remove_a_line(string statement)
    {
        await WriteAsync(3);

        await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(statement));

        Assert.Equal(new AuditCheck.Whole(3), await Trail.VerifyAsync(Token));
    }

    [Theory]
    [InlineData("UPDATE audit_entries SET action = 'CaseClosed' WHERE number = 2", 2)]
    [InlineData("UPDATE audit_entries SET staff_id = NULL WHERE number = 2", 2)]
    [InlineData("UPDATE audit_entries SET id = NULL WHERE number = 2", 2)]
    [InlineData("UPDATE audit_entries SET hour = hour + interval '1 hour' WHERE number = 2", 2)]
    [InlineData("UPDATE audit_entries SET key_id = 9 WHERE number = 2", 2)]
    [InlineData("DELETE FROM audit_entries WHERE number = 1", 1)]
    [InlineData("DELETE FROM audit_entries WHERE number = 3", 3)]
    [InlineData("DELETE FROM audit_entries WHERE number = 3; UPDATE audit_entries SET number = 3 WHERE number = 4", 3)]
    [InlineData("INSERT INTO audit_entries SELECT 5, staff_id, action, what, id, source, hour, key_id, mac FROM audit_entries WHERE number = 4", 5)]
    public async Task Whoever_gets_past_the_trigger_still_breaks_the_chain(string statement, long place)
    {
        await WriteAsync(4);
        await ExecuteAsync("ALTER TABLE audit_entries DISABLE TRIGGER ALL; " + statement);

        Assert.Equal(new AuditCheck.Broken(place), await Trail.VerifyAsync(Token));
    }

    [Fact]
    public async Task An_end_cut_off_while_the_service_is_stopped_is_missed_at_the_next_start()
    {
        await WriteAsync(4);
        await Trail.VerifyAsync(Token);

        await CutAsync(2);
        await StartAgainAsync();

        Assert.Equal(new AuditCheck.Broken(3), await Trail.VerifyAsync(Token));
        Assert.Equal(new AuditCheck.Broken(3), await Trail.VerifyAsync(Token));
    }

    [Fact]
    public async Task An_end_cut_off_and_grown_over_is_missed_too()
    {
        await WriteAsync(4);
        await Trail.VerifyAsync(Token);

        await CutAsync(2);
        await StartAgainAsync();
        await WriteAsync(3);

        Assert.Equal(new AuditCheck.Broken(4), await Trail.VerifyAsync(Token));
    }

    [Fact]
    public async Task An_emptied_audit_is_missed()
    {
        await WriteAsync(2);
        await Trail.VerifyAsync(Token);

        await CutAsync(0);
        await StartAgainAsync();

        Assert.Equal(new AuditCheck.Broken(1), await Trail.VerifyAsync(Token));
    }

    /// <summary>The limit that docs/privacy.md names.</summary>
    [Fact]
    public async Task Lines_since_the_last_walk_can_be_cut_off_unnoticed()
    {
        await WriteAsync(2);
        await Trail.VerifyAsync(Token);
        await WriteAsync(2);

        await CutAsync(2);
        await StartAgainAsync();

        Assert.Equal(new AuditCheck.Whole(2), await Trail.VerifyAsync(Token));
    }

    [Fact]
    public async Task The_end_is_kept_for_its_owner_alone_and_moves_with_the_walk_and_not_with_a_line()
    {
        await WriteAsync(1);
        Assert.False(File.Exists(MarkFile));

        await Trail.VerifyAsync(Token);
        var first = await File.ReadAllTextAsync(MarkFile, Token);
        await WriteAsync(1);
        Assert.Equal(first, await File.ReadAllTextAsync(MarkFile, Token));
        await Trail.VerifyAsync(Token);

        Assert.StartsWith("2 ", await File.ReadAllTextAsync(MarkFile, Token), StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(MarkFile));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(MarkFile)!, "audit-end*"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("0 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("-2 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public async Task A_mark_that_is_none_is_as_bad_as_a_broken_chain(string mark)
    {
        await WriteAsync(2);
        await File.WriteAllTextAsync(MarkFile, mark, Token);

        Assert.IsType<AuditCheck.Broken>(await Trail.VerifyAsync(Token));
    }

    [Fact]
    public async Task Many_writers_at_once_make_one_chain()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Trail.WriteAsync(ALine(), Token)));

        Assert.Equal(new AuditCheck.Whole(40), await Trail.VerifyAsync(Token));
    }

    [Fact]
    public async Task A_line_goes_with_its_transaction()
    {
        await using (var db = await _host.OpenDbAsync())
        await using (await db.Database.BeginTransactionAsync(Token))
        {
            await Trail.AppendAsync(db, ALine(), Token);
            await Trail.AppendAsync(db, ALine(), Token);
            await db.SaveChangesAsync(Token);
        }

        Assert.Equal(new AuditCheck.Whole(0), await Trail.VerifyAsync(Token));
    }

    [Fact]
    public async Task Several_lines_of_one_transaction_follow_each_other()
    {
        await using var db = await _host.OpenDbAsync();
        await Trail.SaveAsync(db, [ALine(), ALine()], Token);
        await Trail.WriteAsync(ALine(), Token);
        await Trail.SaveAsync(db, [ALine()], Token);

        Assert.Equal(new AuditCheck.Whole(4), await Trail.VerifyAsync(Token));
    }

    [Fact]
    public async Task A_line_without_a_transaction_is_refused()
    {
        await using var db = await _host.OpenDbAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => Trail.AppendAsync(db, ALine(), Token));
    }

    [Fact]
    public async Task In_memory_the_chain_is_kept_too()
    {
        await using var host = await StorageHost.OpenInMemoryAsync();
        var trail = host.Get<AuditTrail>();
        await using var db = await host.OpenDbAsync();

        await trail.AppendAsync(db, ALine(), Token);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => trail.WriteAsync(ALine(), Token)));

        Assert.Equal(new AuditCheck.Whole(11), await trail.VerifyAsync(Token));
    }

    private static AuditDraft ALine() => AuditDraft.OfStaff(Staff, AuditAction.StaffChanged, Guid.NewGuid());

    private async Task WriteAsync(int lines)
    {
        for (var i = 0; i < lines; i++)
        {
            await Trail.WriteAsync(ALine(), Token);
        }
    }

    private Task CutAsync(int left) => ExecuteAsync($"ALTER TABLE audit_entries DISABLE TRIGGER ALL; DELETE FROM audit_entries WHERE number > {left}");

    private async Task StartAgainAsync()
    {
        await _host.DisposeAsync();
        _host = await StorageHost.OpenAsync(Settings, _clock);
    }

    private async Task ExecuteAsync(string statement)
    {
        await using var command = _host.Get<StorageStartup>().Source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync(Token);
    }
}
