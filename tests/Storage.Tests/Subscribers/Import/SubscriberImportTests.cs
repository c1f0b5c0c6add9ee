using System.Text;
using Outreach.Storage.Subscribers;
using Outreach.Storage.Subscribers.Import;
using Outreach.Testing.Postgres;

namespace Outreach.Storage.Tests.Subscribers.Import;

public sealed class SubscriberImportTests(TestCluster cluster) : IAsyncLifetime
{
    private ImportScene _scene = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _scene = await ImportScene.OpenAsync(cluster);

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task A_row_becomes_a_subscriber_who_is_found_and_can_be_written_to()
    {
        var (summary, faults) = await _scene.ImportAsync(ImportScene.Header + "telegram,4242,vi,Bắc Ninh,worker,bhxh; lao-dong,2026-11-09T08:30,giay-2026\n");

        Assert.Equal((new ImportSummary { Added = 1 }, 0), (summary, faults.Count));
        Assert.Equivalent(
            new SubscriberProfile { Language = "vi", Province = "Bắc Ninh", Role = "worker", Topics = ["bhxh", "lao-dong"] },
            await _scene.Store.FindAsync("telegram", "4242", Cancellation));
        var row = await _scene.ReadAsync("telegram", "4242");
        Assert.Equal(("4242", "giay-2026", new DateTimeOffset(2026, 11, 9, 1, 30, 0, TimeSpan.Zero)), (_scene.Open(row), row.ConsentWording, row.ConsentedAt));
        Assert.Equal(4, row.Id.Version);
    }

    [Fact]
    public async Task Columns_stand_in_any_order_and_the_wording_may_be_left_out()
    {
        var (summary, _) = await _scene.ImportAsync("\uFEFFConsented_At,topics,role,province,language,address,channel\r\n2026-11-09,,,,en,77,telegram\r\n\r\n");

        var row = await _scene.ReadAsync("telegram", "77");
        Assert.Equal(new ImportSummary { Added = 1 }, summary);
        Assert.Equal(("en", null, null, 0, ImportRules.DefaultWording), (row.Language, row.Province, row.Role, row.Topics.Count, row.ConsentWording));
        Assert.Equal(new DateTimeOffset(2026, 11, 8, 17, 0, 0, TimeSpan.Zero), row.ConsentedAt);
    }

    [Fact]
    public async Task A_consent_in_force_stays_as_it_was_given_and_so_does_what_the_person_said()
    {
        var said = new SubscriberProfile { Language = "en", Topics = ["bhyt"] };
        await _scene.Store.SubscribeAsync("telegram", "1", said, "optin-v1", _scene.Clock.GetUtcNow().AddDays(-3), Cancellation);

        var (summary, _) = await _scene.ImportAsync(ImportScene.Header + "telegram,1,vi,,worker,bhxh,2026-11-20,\n");

        Assert.Equal(new ImportSummary { Kept = 1 }, summary);
        Assert.Equivalent(said, await _scene.Store.FindAsync("telegram", "1", Cancellation));
        Assert.Equal("optin-v1", (await _scene.ReadAsync("telegram", "1")).ConsentWording);
    }

    [Theory]
    [InlineData("2026-11-14T09:59:59+07:00", false)]
    [InlineData("2026-11-14T10:00:00+07:00", false)]
    [InlineData("2026-11-14T10:00:01+07:00", true)]
    public async Task Who_withdrew_comes_back_by_a_later_consent_alone(string consentedAt, bool comesBack)
    {
        await _scene.Store.SubscribeAsync("telegram", "1", new SubscriberProfile { Language = "vi" }, "optin-v1", _scene.Clock.GetUtcNow().AddDays(-30), Cancellation);
        await _scene.Store.StopAsync("telegram", "1", _scene.Clock.GetUtcNow().AddDays(-7), Withdrawal.Asked, Cancellation);

        var (summary, _) = await _scene.ImportAsync(ImportScene.Header + $"telegram,1,en,,,,{consentedAt},giay\n");

        Assert.Equal(comesBack ? new ImportSummary { Renewed = 1 } : new ImportSummary { LeftWithdrawn = 1 }, summary);
        var row = await _scene.ReadAsync("telegram", "1");
        Assert.Equal((comesBack ? "1" : null, comesBack ? "giay" : "optin-v1", comesBack), (row.Address is null ? null : _scene.Open(row), row.ConsentWording, row.WithdrawnAt is null));
        Assert.Equal(comesBack, row.WithdrawnBecause is null);
    }

    [Fact]
    public async Task A_person_who_stands_in_the_list_twice_is_one_subscriber_and_the_list_can_be_read_again()
    {
        var list = ImportScene.Header + "telegram,1,vi,,,,2026-11-01,\ntelegram,2,vi,,,,2026-11-01,\ntelegram,1,vi,,,,2026-11-02,\nzalo,1,vi,,,,2026-11-01,\n";

        var (first, _) = await _scene.ImportAsync(list);
        var (again, _) = await _scene.ImportAsync(list);

        Assert.Equal((new ImportSummary { Added = 3, Kept = 1 }, new ImportSummary { Kept = 4 }), (first, again));
        Assert.Equal(3, await _scene.CountAsync());
    }

    [Fact]
    public async Task Bad_rows_are_listed_with_line_and_column_and_the_good_ones_go_in()
    {
        var (summary, faults) = await _scene.ImportAsync(ImportScene.Header
            + "telegram,1,vi,,,,2026-11-01,\n"
            + "telegramm,2,vi,,,,2026-11-01,\n"
            + "telegram,0901234567,vi,,,,2026-11-01,\n"
            + "\n"
            + "telegram,3,,,chef,Bảo hiểm,,\n"
            + "telegram,4,vi,,,,2026-11-22,\n"
            + "telegram,5,vi,,,,9/11/2026,\n"
            + "telegram,6,vi,,,\n"
            + "telegram,\"7,vi,,,,2026-11-01,\n"
            + "telegram,8,vi,,,,2026-11-01,");

        Assert.Equal(new ImportSummary { Added = 2, Refused = 7 }, summary);
        Assert.Equal(
            [
                (3, "channel"), (4, "address"), (6, "language"), (6, "role"), (6, "topics"), (6, "consented_at"),
                (7, "consented_at"), (8, "consented_at"), (9, null), (10, null),
            ],
            faults.Select(fault => ((int)fault.Line, fault.Column)));
        Assert.All(faults, fault => Assert.NotEqual("", fault.Mend));
    }

    [Theory]
    [InlineData("telegram,=HYPERLINK(\"http://x\"),vi,,,,2026-11-01,", "address")]
    [InlineData("telegram,-100123,vi,,,,2026-11-01,", "address")]
    [InlineData("telegram,1,vi,@SUM(A1),,,2026-11-01,", "province")]
    [InlineData("telegram,1,vi,\"=cmd|' /C calc'!A0\",,,2026-11-01,", "province")]
    [InlineData("=1+1,1,vi,,,,2026-11-01,", "channel")]
    [InlineData("telegram,1,vi,,,,2026-11-01,+optin", "consent_wording")]
    public async Task A_cell_that_a_spreadsheet_would_run_is_refused(string row, string column)
    {
        var (summary, faults) = await _scene.ImportAsync(ImportScene.Header + row + "\n");

        Assert.Equal(new ImportSummary { Refused = 1 }, summary);
        Assert.Contains(faults, fault => fault.Column == column || fault.Column is null);
        Assert.Equal(0, await _scene.CountAsync());
    }

    [Fact]
    public async Task Lines_of_ten_megabytes_and_of_another_encoding_cost_one_row_each()
    {
        byte[] latin = [.. "telegram,2,vi,"u8, 0xE0, 0xF4, .. ",,,2026-11-01,\n"u8];
        byte[] csv =
        [
            .. Encoding.UTF8.GetBytes(ImportScene.Header), .. "telegram,1,vi,,,,2026-11-01,\n"u8, .. latin,
            .. "telegram,3,vi,"u8, .. Enumerable.Repeat((byte)'x', 10_000_000), .. ",,,2026-11-01,\n"u8,
            .. "telegram,4,vi,,,,2026-11-01,\ntelegram,5\0,vi,,,,2026-11-01,\n"u8,
        ];

        var (summary, faults) = await _scene.ImportAsync(new MemoryStream(csv));

        Assert.Equal(new ImportSummary { Added = 2, Refused = 3 }, summary);
        Assert.Equal([(3L, (string?)null), (4L, null), (6L, "address")], faults.Select(fault => (fault.Line, fault.Column)));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("telegram,0987654321,vi,,,,2026-11-01\n", "Column 1 is none")]
    [InlineData("channel,phone,language,province,role,topics,consented_at\n", "Missing: address.")]
    [InlineData("channel,address,language,province,role,topics\n", "Missing: consented_at.")]
    [InlineData("channel,address,address,language,province,role,topics,consented_at\n", "Column 3 is there twice.")]
    [InlineData("channel;address;language;province;role;topics;consented_at\n", "parted by something other than commas")]
    [InlineData("\"channel,address\n", "a quote that is not closed")]
    public async Task A_file_with_other_columns_is_refused_whole_and_told_which_without_repeating_it(string header, string message)
    {
        var thrown = await Assert.ThrowsAsync<ImportHeaderException>(() => _scene.ImportAsync(header.Length == 0 ? "" : header + "telegram,1,vi,,,,2026-11-01\n"));

        Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
        Assert.Contains("channel,address,language,province,role,topics,consented_at[,consent_wording]", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("0987654321", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(0, await _scene.CountAsync());
    }

    [Fact]
    public async Task A_file_of_two_bytes_a_letter_is_refused_whole()
    {
        var utf16 = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(ImportScene.Header)).ToArray();

        var thrown = await Assert.ThrowsAsync<ImportHeaderException>(() => _scene.ImportAsync(new MemoryStream(utf16)));

        Assert.Contains("UTF-8", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twelve_thousand_rows_go_in_by_batches_and_faults_between_them_keep_their_lines()
    {
        var rows = Enumerable.Range(1, 12_000).Select(i => i % 5_000 == 0 ? "telegram,x,vi,,,,2026-11-01," : $"telegram,{i},vi,,,,2026-11-01,");

        var (summary, faults) = await _scene.ImportAsync(ImportScene.Header + string.Join('\n', rows));

        Assert.Equal(new ImportSummary { Added = 11_998, Refused = 2 }, summary);
        Assert.Equal([5_001L, 10_001], faults.Select(fault => fault.Line));
        Assert.Equal(11_998, await _scene.CountAsync());
    }

    [Fact]
    public async Task Where_nothing_is_kept_nothing_is_taken_in_and_nothing_given_out()
    {
        await using var host = await StorageHost.OpenInMemoryAsync();

        Assert.Throws<StorageStartException>(() => host.Get<SubscriberImport>());
        Assert.Throws<StorageStartException>(() => host.Get<SubscriberExport>());
    }

    [Fact]
    public async Task The_export_tells_months_and_no_address_and_leaves_out_who_withdrew()
    {
        await _scene.ImportAsync(ImportScene.Header
            + "telegram,987654321,vi,\"Nghệ An, Vinh\",worker,bhxh;bhyt,2026-10-31T23:30:00Z,\nzalo,987654322,en,,,,2026-11-09,\ntelegram,987654323,vi,,,,2026-11-01,\n");
        await _scene.Store.StopAsync("telegram", "987654323", _scene.Clock.GetUtcNow(), Withdrawal.Asked, Cancellation);
        await using var csv = new StringWriter();

        Assert.Equal(2, await _scene.Host.Get<SubscriberExport>().RunAsync(csv, Cancellation));

        var lines = csv.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("channel,language,province,role,topics,consented_in", lines[0]);
        Assert.Equal(["telegram,vi,\"Nghệ An, Vinh\",worker,bhxh;bhyt,2026-11", "zalo,en,,,,2026-11"], lines[1..].Order(StringComparer.Ordinal));
        Assert.DoesNotContain("98765432", csv.ToString(), StringComparison.Ordinal);
    }
}
