using Microsoft.EntityFrameworkCore;
using Outreach.Cases.Requests;
using Outreach.Cases.Retention;
using Outreach.Cases.Tests.Requests;
using Outreach.Cases.Vault;
using Outreach.Storage;
using Outreach.Testing.Postgres;

namespace Outreach.Cases.Tests.Retention;

public sealed class PostgresKeepingTests(TestCluster cluster) : KeepingContract
{
    private readonly ScratchFolder _folder = new();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_nightly_rewrite_keeps_every_row_and_forgets_the_order_they_came_in()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 20; i++)
        {
            ids.Add((await SubmitAsync(SampleRequest.InChat(SampleRequest.Chat($"{i}")))).Id);
        }

        var before = await ReadAsync<Guid>("SELECT id FROM help_cases ORDER BY ctid");
        await Host.Get<NightlyRewrite>().RunAsync(Cancellation);

        Assert.Equal(ids, before);
        var after = await ReadAsync<Guid>("SELECT id FROM help_cases ORDER BY ctid");
        Assert.NotEqual(ids, after);
        Assert.Equal(ids.Order(), after.Order());
        foreach (var table in new[] { "help_cases", "case_texts", "receipts", "case_links", "case_aliases" })
        {
            Assert.Equal(1L, Assert.Single(await ReadAsync<long>($"SELECT count(DISTINCT xmin::text) FROM {table}")));
        }

        Assert.Single(await Requests.OfChatAsync(SampleRequest.Chat("7"), Cancellation));
    }

    [Fact]
    public async Task Every_help_table_but_counters_and_months_is_rewritten()
    {
        var rewritten = Outreach.Storage.Sql.SqlText.Of("rewrite-help-tables");

        var left = Model.HelpTables.All.Select(type => type.GetTableName()!)
            .Where(table => !rewritten.Contains($"INSERT INTO {table} SELECT * FROM rewrite_{table} ORDER BY random()", StringComparison.Ordinal));

        Assert.Equal(["case_counts", "receipt_epochs"], left.Order());
        await Task.CompletedTask;
    }

    [Fact]
    public async Task What_a_restored_backup_brings_back_is_erased_again_at_the_next_start()
    {
        var (id, code) = await SubmitAsync(SampleRequest.ByReceipt());
        var rows = await ReadAsync<string>("SELECT row_to_json(c)::text FROM help_cases c");
        await Requests.EraseAsync(Assert.IsType<OpenOutcome.Opened>(await Requests.OpenAsync(code, "me", Cancellation)).Access, Cancellation);
        await using (var command = Host.Get<StorageStartup>().Source.CreateCommand("DELETE FROM erasures; INSERT INTO help_cases SELECT * FROM json_populate_record(NULL::help_cases, '" + rows[0] + "'::json)"))
        {
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        await Host.Get<Erasing>().CompleteAsync(Cancellation);

        Assert.Empty(await ReadAsync<Guid>("SELECT id FROM help_cases"));
        Assert.Equal([id], await ReadAsync<Guid>("SELECT case_id FROM erasures"));
    }

    [Fact]
    public async Task Months_keys_are_files_that_only_their_owner_reads_and_go_from_the_disk()
    {
        var folder = Path.Combine(_folder.Path, "keys", "console", "epochs");
        await SubmitAsync(SampleRequest.ByReceipt());
        var made = new FileInfo(Path.Combine(folder, "202608"));
        var mode = made.UnixFileMode;

        await PassDaysAsync(30);
        await PassDaysAsync(35);

        Assert.Equal((UnixFileMode)0b110_000_000, mode);
        Assert.False(File.Exists(made.FullName));
    }

    [Theory]
    [InlineData(nameof(CaseStep.EpochKeyKept))]
    [InlineData(nameof(CaseStep.EpochSaved))]
    [InlineData(nameof(CaseStep.RewrapSaved))]
    public async Task A_rotation_that_was_cut_off_is_finished_by_the_next(string name)
    {
        var (_, code) = await SubmitAsync(SampleRequest.ByReceipt());
        Clock.Advance(TimeSpan.FromDays(30));
        Host.Get<CaseSteps>().Passing = step =>
        {
            if (step.ToString() == name)
            {
                throw new InvalidOperationException("Died.");
            }
        };
        await Assert.ThrowsAsync<InvalidOperationException>(() => Host.Get<KeyRotation>().RunAsync(Cancellation));
        Host.Get<CaseSteps>().Passing = null;

        await Host.Get<KeyRotation>().RunAsync(Cancellation);

        Assert.Equal([202609], await ReadAsync<int>("SELECT epoch FROM help_cases"));
        Assert.IsType<OpenOutcome.Opened>(await Requests.OpenAsync(code, "me", Cancellation));
    }

    private protected override Task<CasesHost> StartAsync() => CasesHost.PostgresAsync(cluster, _folder.Path, Clock);

    private async Task<List<T>> ReadAsync<T>(string query)
    {
        await using var command = Host.Get<StorageStartup>().Source.CreateCommand(query);
        await using var rows = await command.ExecuteReaderAsync(Cancellation);
        var found = new List<T>();
        while (await rows.ReadAsync(Cancellation))
        {
            found.Add(await rows.GetFieldValueAsync<T>(0, Cancellation));
        }

        return found;
    }
}
