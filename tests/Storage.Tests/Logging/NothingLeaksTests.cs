using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Outreach.Storage.DeadLetters;
using Outreach.Storage.Keys;
using Outreach.Storage.Subscribers;
using Outreach.Storage.Turns;
using Outreach.Testing.Postgres;

namespace Outreach.Storage.Tests.Logging;

/// <summary>A marked value goes through everything that can fail, and is then looked for in every log there is.</summary>
public sealed class NothingLeaksTests(TestCluster cluster) : IDisposable
{
    private const string Marked = "GIAM-SAT-0042-LOI-NGUOI-HOI";

    private readonly ScratchFolder _folder = new();
    private readonly CapturedLogs _logs = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _folder.Dispose();
        _logs.Dispose();
    }

    [Fact]
    public async Task What_the_database_refuses_is_in_no_log_and_no_message()
    {
        await using var host = await OpenAsync();
        var thrown = new List<Exception>
        {
            // Too long for its column: refused with a row that holds the marked text.
            await Assert.ThrowsAsync<StoreRefusedException>(() => host.Get<ITurnStore>().CommitAsync(
                ATurn() with { State = new ConversationState(Marked, Marked, DateTimeOffset.MaxValue.AddDays(-1)) }, Cancellation)),
            await Assert.ThrowsAnyAsync<DbUpdateException>(() => host.Get<ISubscriberStore>().SubscribeAsync(
                "telegram", Marked, new SubscriberProfile { Language = Marked, Province = Marked, Role = Marked }, Marked, TimeProvider.System.GetUtcNow(), Cancellation)),
            await Assert.ThrowsAnyAsync<DbUpdateException>(() => host.Get<DeadLetterStore>().KeepAsync([1], Marked + Marked, Marked, Cancellation)),
            Assert.ThrowsAny<CryptographicException>(() => host.Get<KeyRing>().OpenAddress(Marked, Guid.NewGuid(), System.Text.Encoding.ASCII.GetBytes(Marked + Marked))),
        };
        await QuestionThatDoesNotFitAsync(host);
        await BreakAConstraintWithPlainSqlAsync(host);

        Assert.All(thrown, exception => Assert.DoesNotContain(Marked, exception.ToString(), StringComparison.Ordinal));
        Assert.Contains(_logs.Lines, line => line.Contains("did not reach the inbox", StringComparison.Ordinal));
        AssertNoLogHoldsIt();
    }

    [Fact]
    public async Task What_a_database_that_is_away_did_not_take_is_in_no_log()
    {
        await using var host = await OpenAsync();
        host.Get<StorageStartup>().Source.Clear();
        await host.Get<StorageStartup>().Source.DisposeAsync();

        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => host.Get<ITurnStore>().CommitAsync(
            ATurn() with { State = new ConversationState("vi", Marked, DateTimeOffset.MaxValue.AddDays(-1)) }, Cancellation));

        Assert.DoesNotContain(Marked, thrown.ToString(), StringComparison.Ordinal);
        AssertNoLogHoldsIt();
    }

    private static async Task QuestionThatDoesNotFitAsync(StorageHost host) =>
        Assert.True(await host.Get<ITurnStore>().CommitAsync(ATurn() with { Unanswered = new UnansweredDraft("vi", Marked, Marked + Marked) }, Cancellation));

    /// <summary>What PostgreSQL itself would quote in its DETAIL: the whole row, and the statement with its values in it.</summary>
    private static async Task BreakAConstraintWithPlainSqlAsync(StorageHost host)
    {
        foreach (var statement in new[]
        {
            $"INSERT INTO conversations VALUES ('\\x01', 'vi', '{Marked}', NULL)",
            $"INSERT INTO settings VALUES ('{Marked}', '1'), ('{Marked}', '2')",
            $"SELECT '{Marked}'::int",
            $"SELECT no_such_function('{Marked}')",
        })
        {
            await using var command = host.Get<StorageStartup>().Source.CreateCommand(statement);
            await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Cancellation));
        }
    }

    private void AssertNoLogHoldsIt()
    {
        Assert.DoesNotContain(_logs.Lines, line => line.Contains(Marked, StringComparison.Ordinal));
        var files = Directory.GetFiles(cluster.LogFolder);
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.DoesNotContain(Marked, File.ReadAllText(file), StringComparison.Ordinal));
    }

    private async Task<StorageHost> OpenAsync() =>
        await StorageHost.OpenAsync((await cluster.CreateDatabaseAsync(Cancellation)).Settings(_folder.Path), logs: _logs);

    private static TurnCommit ATurn() => new() { SeenKey = RandomNumberGenerator.GetBytes(16), ConversationKey = RandomNumberGenerator.GetBytes(16) };
}
