using System.Diagnostics;
using Outreach.Cases.Desk;
using Outreach.Cases.Receipts;
using Outreach.Cases.Requests;
using Outreach.Cases.Tests.Requests;
using Outreach.Storage;
using Outreach.Storage.Staff;
using Outreach.Testing.Postgres;

namespace Outreach.Cases.Tests.Desk;

/// <summary>Not tests: how long pages of an inbox of 50,000 cases take, and a request beside its own hash. Run by name.</summary>
public sealed class InboxPace(TestCluster cluster, ITestOutputHelper output)
{
    private const string Seed =
        """
        INSERT INTO help_cases (id, alias, alias_key, colour, mode, topic, language, consent, danger, received_on, priority, state, assigned_to, urgent_since, last_on, first_reply, outcome, closed_on, epoch, wrapped_key, code_key, alarms, version)
        SELECT gen_random_uuid(), 'Sen Hồng ' || i, 'sen hong ' || i, 'pink', CASE i % 2 WHEN 0 THEN 'Chat' ELSE 'Receipt' END, 'topic-' || i % 12, 'vi', 'v1', i % 17 = 0,
               DATE '2026-05-01' + i % 90, CASE WHEN i % 17 = 0 THEN 'Urgent' ELSE 'Normal' END,
               (ARRAY['Open','Waiting','Closed','Closed','Closed','Quarantined'])[1 + i % 6], CASE WHEN i % 5 = 0 THEN $1 END,
               CASE WHEN i % 17 = 0 AND i % 6 < 2 THEN TIMESTAMPTZ '2026-08-03 02:00Z' END, DATE '2026-05-01' + i % 90, 'None', 'None',
               CASE WHEN i % 6 IN (2, 3, 4) THEN DATE '2026-08-01' END, 202608, decode(repeat('ab', 114), 'hex'), decode(repeat('cd', 61), 'hex'), 0, 0
        FROM generate_series(1, 50000) AS i
        """;

    [Theory(Explicit = true)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pages_of_fifty_thousand_cases(bool manager)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var folder = new ScratchFolder();
        await using var host = await CasesHost.PostgresAsync(cluster, folder.Path, new Outreach.Testing.HandMovedClock());
        var member = new StaffMember
        {
            Name = "a",
            NormalizedName = "A",
            DisplayName = "A",
            CreatedOn = default,
            Role = manager ? StaffRole.Manager : StaffRole.Counsellor,
            Topics = ["topic-3", "topic-7"],
        };
        await using (var seed = host.Get<StorageStartup>().Source.CreateCommand(Seed))
        {
            seed.CommandTimeout = 300;
            seed.Parameters.AddWithValue(member.Id);
            await seed.ExecuteNonQueryAsync(cancellation);
        }

        await using (var analyse = host.Get<StorageStartup>().Source.CreateCommand("ANALYZE help_cases"))
        {
            await analyse.ExecuteNonQueryAsync(cancellation);
        }

        var inbox = host.Get<CaseInbox>();
        foreach (var folderName in Enum.GetValues<CaseFolder>())
        {
            var (times, lines) = (new List<double>(), 0);
            for (CaseCursor? after = null; times.Count < 300;)
            {
                var clock = Stopwatch.StartNew();
                var page = await inbox.ListAsync(member, folderName, null, after, 50, cancellation);
                times.Add(clock.Elapsed.TotalMilliseconds);
                lines += page.Lines.Count;
                after = page.Next;
                if (after is null)
                {
                    break;
                }
            }

            Report($"{folderName} ({lines} lines)", times);
        }

        Report("counts", await TimeAsync(100, () => inbox.CountAsync(member, cancellation)));
        Report("alias", await TimeAsync(30, () => inbox.ListAsync(member, CaseFolder.Closed, new CaseFilter("hồng 4999", null), null, 50, cancellation)));
    }

    [Fact(Explicit = true)]
    public async Task A_request_beside_its_own_hash()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var folder = new ScratchFolder();
        var settings = new Dictionary<string, string?> { ["Storage:Provider"] = "Local", ["Storage:Directory"] = folder.Path };
        await using var host = await CasesHost.StartAsync(settings, TimeProvider.System, cost: new ReceiptCost { Iterations = 1 });
        var requests = host.Get<HelpRequests>();
        var codes = new List<ReceiptCode>();
        var submit = await TimeAsync(200, async () =>
        {
            codes.Add(ReceiptCode.New());
            return await requests.SubmitAsync(SampleRequest.InChat(SampleRequest.Chat($"{codes.Count}")), codes[^1], cancellation);
        });
        var at = 0;
        var open = await TimeAsync(200, () => requests.OpenAsync(codes[at++], $"{at}", cancellation));

        Report("submit without the hash", submit);
        Report("open without the hash", open);
        using var hasher = new ReceiptHasher(new ReceiptCost());
        Report("the hash", await TimeAsync(5, () => hasher.HashAsync(codes[0], [new byte[32]], cancellation)));
    }

    private static async Task<List<double>> TimeAsync<T>(int times, Func<Task<T>> work)
    {
        var taken = new List<double>();
        for (var i = 0; i < times; i++)
        {
            var clock = Stopwatch.StartNew();
            await work();
            taken.Add(clock.Elapsed.TotalMilliseconds);
        }

        return taken;
    }

    private void Report(string what, List<double> times)
    {
        times.Sort();
        output.WriteLine($"{what}: p50 {times[times.Count / 2]:0.0} ms, p99 {times[(int)(times.Count * 0.99)]:0.0} ms, worst {times[^1]:0.0} ms, n {times.Count}");
    }
}
