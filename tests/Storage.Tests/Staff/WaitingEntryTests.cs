using Microsoft.EntityFrameworkCore;
using Npgsql;
using Outreach.Storage.Staff;
using Outreach.Testing;
using Outreach.Testing.Postgres;

namespace Outreach.Storage.Tests.Staff;

/// <summary>Lines of the audit that tell of a case: they must not keep when, nor their place between lines that do.</summary>
public sealed class WaitingEntryTests(TestCluster cluster) : IAsyncLifetime
{
    private static readonly Guid Staff = Guid.NewGuid();
    private static readonly DateTimeOffset Midnight = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);

    private readonly ScratchFolder _folder = new();

    // 16:41 where the organisation is.
    private readonly HandMovedClock _clock = new(new DateTimeOffset(2026, 11, 21, 9, 41, 17, TimeSpan.Zero));
    private IReadOnlyDictionary<string, string?> _settings = null!;
    private StorageHost _host = null!;

    private AuditTrail Trail => _host.Get<AuditTrail>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _settings = (await cluster.CreateDatabaseAsync(Token)).Settings(_folder.Path);
        _host = await StorageHost.OpenAsync(_settings, _clock);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task On_its_day_a_line_of_a_case_waits_outside_the_chain_with_the_day_alone()
    {
        var id = Guid.NewGuid();
        await Trail.WriteAsync(AuditDraft.OfCase(Staff, AuditAction.CaseRead, id), Token);

        Assert.Equal(new AuditCheck.Whole(0, 1), await Trail.VerifyAsync(Token));
        await using var db = await _host.OpenDbAsync();
        var line = Assert.Single(await db.AuditWaiting.ToListAsync(Token));
        Assert.Equal((new DateOnly(2026, 11, 21), Staff, AuditAction.CaseRead, id, 4), (line.On, line.StaffId, line.Action, line.CaseId, line.Id.Version));
    }

    [Fact]
    public async Task When_the_day_is_over_its_lines_join_the_chain_in_random_order_behind_all_of_that_day()
    {
        var ids = await WriteAsync(20, between: true);
        _clock.Advance(TimeSpan.FromHours(11));

        Assert.Equal(20, await Trail.MoveWaitingAsync(Token));

        Assert.Equal(new AuditCheck.Whole(40), await Trail.VerifyAsync(Token));
        await using var db = await _host.OpenDbAsync();
        var chain = await db.AuditEntries.OrderBy(e => e.Number).ToListAsync(Token);
        Assert.All(chain.Take(20), e => Assert.Equal(AuditKind.Staff, e.What));
        Assert.All(chain.Skip(20), e => Assert.Equal((AuditKind.Case, Midnight, AuditAction.CaseRead), (e.What, e.Hour, e.Action)));
        Assert.NotEqual(ids, chain.Skip(20).Select(e => Guid.Parse(e.Id!)));
        Assert.Equal(ids.Order(), chain.Skip(20).Select(e => Guid.Parse(e.Id!)).Order());
        Assert.Equal([1L], await ReadAsync<long>("SELECT count(DISTINCT xmin::text) FROM audit_entries WHERE what = 'Case'"));
        Assert.Equal([0L], await ReadAsync<long>("SELECT pg_relation_size('audit_waiting')"));
    }

    [Fact]
    public async Task Lines_of_today_wait_on_without_their_order()
    {
        var ids = await WriteAsync(20);
        Assert.False(await Trail.IsMoveDueAsync(Token));

        Assert.Equal(0, await Trail.MoveWaitingAsync(Token));

        Assert.Equal(new AuditCheck.Whole(0, 20), await Trail.VerifyAsync(Token));
        Assert.NotEqual(ids, await ReadAsync<Guid>("SELECT case_id FROM audit_waiting ORDER BY ctid"));
        Assert.Equal([1L], await ReadAsync<long>("SELECT count(DISTINCT xmin::text) FROM audit_waiting"));
    }

    [Fact]
    public async Task A_night_that_was_missed_is_made_up_for()
    {
        await WriteAsync(2);
        _clock.Advance(TimeSpan.FromDays(3));
        await StartAgainAsync();
        await WriteAsync(1);

        Assert.True(await Trail.IsMoveDueAsync(Token));
        Assert.Equal(2, await Trail.MoveWaitingAsync(Token));

        Assert.False(await Trail.IsMoveDueAsync(Token));
        Assert.Equal(new AuditCheck.Whole(2, 1), await Trail.VerifyAsync(Token));
    }

    [Fact]
    public async Task Two_nodes_that_move_at_once_move_each_line_once()
    {
        await WriteAsync(30);
        _clock.Advance(TimeSpan.FromHours(11));

        var moved = await Task.WhenAll(Trail.MoveWaitingAsync(Token), Trail.MoveWaitingAsync(Token), Trail.WriteAsync(AStaffLine(), Token).ContinueWith(_ => 0, Token, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default));

        Assert.Equal(30, moved.Sum());
        Assert.Equal(new AuditCheck.Whole(31), await Trail.VerifyAsync(Token));
    }

    [Fact]
    public async Task The_database_refuses_to_change_a_line()
    {
        await WriteAsync(1);

        await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync("UPDATE audit_waiting SET staff_id = NULL"));
    }

    [Theory]
    [InlineData("action = 'CaseClosed'")]
    [InlineData("staff_id = NULL")]
    [InlineData("case_id = gen_random_uuid()")]
    [InlineData("id = gen_random_uuid()")]
    [InlineData("\"on\" = \"on\" - 1")]
    [InlineData("source = 'x'")]
    [InlineData("key_id = 9")]
    public async Task Whoever_gets_past_the_trigger_is_noticed_and_the_line_stays_out_of_the_chain(string change)
    {
        await WriteAsync(1);
        await ExecuteAsync("ALTER TABLE audit_waiting DISABLE TRIGGER ALL; UPDATE audit_waiting SET " + change);

        Assert.Equal(new AuditCheck.Broken(null), await Trail.VerifyAsync(Token));
        _clock.Advance(TimeSpan.FromHours(11));
        Assert.Equal(0, await Trail.MoveWaitingAsync(Token));
        Assert.Equal(new AuditCheck.Broken(null), await Trail.VerifyAsync(Token));
    }

    [Fact]
    public async Task A_line_taken_out_since_the_last_walk_is_noticed_and_one_that_was_moved_is_not_missed()
    {
        await WriteAsync(3);
        await Trail.VerifyAsync(Token);
        _clock.Advance(TimeSpan.FromHours(11));
        await Trail.MoveWaitingAsync(Token);
        Assert.Equal(new AuditCheck.Whole(3), await Trail.VerifyAsync(Token));
        await WriteAsync(3);
        await Trail.VerifyAsync(Token);

        await ExecuteAsync("DELETE FROM audit_waiting WHERE ctid = (SELECT min(ctid) FROM audit_waiting)");

        Assert.Equal(new AuditCheck.Broken(null), await Trail.VerifyAsync(Token));
    }

    /// <summary>The limit that docs/privacy.md names.</summary>
    [Fact]
    public async Task A_line_of_today_taken_out_while_the_service_is_stopped_is_not_missed()
    {
        await WriteAsync(3);
        await Trail.VerifyAsync(Token);

        await ExecuteAsync("DELETE FROM audit_waiting WHERE ctid = (SELECT min(ctid) FROM audit_waiting)");
        await StartAgainAsync();

        Assert.Equal(new AuditCheck.Whole(0, 2), await Trail.VerifyAsync(Token));
    }

    [Fact]
    public async Task A_line_goes_with_its_transaction_and_never_without_one()
    {
        await using (var db = await _host.OpenDbAsync())
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => Trail.AppendAsync(db, ALine(Guid.NewGuid()), Token));
            await using var transaction = await db.Database.BeginTransactionAsync(Token);
            await Trail.AppendAsync(db, ALine(Guid.NewGuid()), Token);
            await db.SaveChangesAsync(Token);
        }

        Assert.Equal(new AuditCheck.Whole(0), await Trail.VerifyAsync(Token));
    }

    [Fact]
    public async Task In_memory_it_is_the_same()
    {
        await using var host = await StorageHost.OpenInMemoryAsync(_clock);
        var trail = host.Get<AuditTrail>();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => trail.WriteAsync(i % 2 == 0 ? ALine(Guid.NewGuid()) : AStaffLine(), Token)));

        Assert.Equal(new AuditCheck.Whole(5, 5), await trail.VerifyAsync(Token));
        _clock.Advance(TimeSpan.FromHours(11));
        Assert.Equal(5, await trail.MoveWaitingAsync(Token));
        Assert.Equal(new AuditCheck.Whole(10), await trail.VerifyAsync(Token));
    }

    private static AuditDraft ALine(Guid caseId) => AuditDraft.OfCase(Staff, AuditAction.CaseRead, caseId);

    private static AuditDraft AStaffLine() => AuditDraft.OfStaff(Staff, AuditAction.SignedIn, Staff);

    /// <param name="between">A line that carries an hour after each.</param>
    private async Task<List<Guid>> WriteAsync(int lines, bool between = false)
    {
        var ids = new List<Guid>();
        for (var i = 0; i < lines; i++)
        {
            ids.Add(Guid.NewGuid());
            await Trail.WriteAsync(ALine(ids[i]), Token);
            if (between)
            {
                await Trail.WriteAsync(AStaffLine(), Token);
            }
        }

        return ids;
    }

    private async Task StartAgainAsync()
    {
        await _host.DisposeAsync();
        _host = await StorageHost.OpenAsync(_settings, _clock);
    }

    private async Task<List<T>> ReadAsync<T>(string query)
    {
        await using var command = _host.Get<StorageStartup>().Source.CreateCommand(query);
        await using var rows = await command.ExecuteReaderAsync(Token);
        var found = new List<T>();
        while (await rows.ReadAsync(Token))
        {
            found.Add(await rows.GetFieldValueAsync<T>(0, Token));
        }

        return found;
    }

    private async Task ExecuteAsync(string statement)
    {
        await using var command = _host.Get<StorageStartup>().Source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync(Token);
    }
}
