using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Storage;
using Outreach.Storage.Staff;

namespace Outreach.Benchmarks.Help;

/// <summary>An inbox of 50,000 cases, read page by page over HTTP as a browser does, beside one bare statement to the same database.</summary>
internal static partial class InboxPages
{
    private const int PagesOfAFolder = 150;

    private const string Seed =
        """
        INSERT INTO help_cases (id, alias, alias_key, colour, mode, topic, language, consent, danger, received_on, priority, state, assigned_to, urgent_since, last_on, first_reply, outcome, closed_on, epoch, wrapped_key, code_key, alarms, version)
        SELECT gen_random_uuid(), 'Mẫu ' || i, 'mau ' || i, 'pink', CASE i % 2 WHEN 0 THEN 'Chat' ELSE 'Receipt' END, $3[1 + i % array_length($3, 1)], 'vi', 'v1', i % 17 = 0,
               DATE '2026-05-01' + i % 90, CASE WHEN i % 17 = 0 THEN 'Urgent' ELSE 'Normal' END,
               (ARRAY['Open','Waiting','Closed','Closed','Closed','Quarantined'])[1 + i % 6], CASE WHEN i % 5 = 0 THEN $1 WHEN i % 5 = 1 THEN $2 END,
               CASE WHEN i % 17 = 0 AND i % 6 < 2 THEN TIMESTAMPTZ '2026-08-03 02:00Z' END, DATE '2026-05-01' + i % 90, 'None', 'None',
               CASE WHEN i % 6 IN (2, 3, 4) THEN DATE '2026-08-01' END, 202608, decode(repeat('ab', 114), 'hex'), decode(repeat('cd', 61), 'hex'), 0, 0
        FROM generate_series(1, 50000) AS i
        """;

    private static readonly string[] Folders = ["khan", "chua-nhan", "cua-toi", "dang-cho", "da-khep", "cach-ly"];

    public static async Task<IReadOnlyList<(string Who, Timings Pages)>> MeasureAsync(HelpHouse house, IReadOnlyList<string> topics)
    {
        using var manager = await StaffClient.SignInAsync(house, StaffRole.Manager);
        using var counsellor = await StaffClient.SignInAsync(house, StaffRole.Counsellor, topics[0], topics[1]);
        await FillAsync(house.Services.GetRequiredService<StorageStartup>(), manager.Member.Id, counsellor.Member.Id, [.. topics]);
        await ReadAsync(manager, new Timings(), 2); // compiles the page
        var (ofManager, ofCounsellor) = (new Timings(), new Timings());
        await ReadAsync(manager, ofManager, PagesOfAFolder);
        await ReadAsync(counsellor, ofCounsellor, PagesOfAFolder);
        return [("manager, all topics", ofManager), ("counsellor, two topics", ofCounsellor)];
    }

    public static Task<Timings> FloorAsync(StorageStartup storage) => Timings.OfAsync(300, async _ =>
    {
        await using var command = storage.Source.CreateCommand("SELECT id, alias, topic FROM help_cases ORDER BY id LIMIT 50");
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
        }
    });

    private static async Task ReadAsync(StaffClient client, Timings into, int pages)
    {
        foreach (var folder in Folders)
        {
            var path = $"/yeu-cau/{folder}";
            for (var page = 0; page < pages && path is not null; page++)
            {
                var html = "";
                await into.AddAsync(async () => html = await client.ReadAsync(path));
                path = Next().Match(html) is { Success: true } next ? $"/yeu-cau/{folder}?sau={next.Groups[1].Value}" : null;
            }
        }
    }

    private static async Task FillAsync(StorageStartup storage, Guid manager, Guid counsellor, string[] topics)
    {
        await using (var seed = storage.Source.CreateCommand(Seed))
        {
            seed.CommandTimeout = 300;
            seed.Parameters.AddWithValue(manager);
            seed.Parameters.AddWithValue(counsellor);
            seed.Parameters.AddWithValue(topics);
            await seed.ExecuteNonQueryAsync();
        }

        await using var analyse = storage.Source.CreateCommand("ANALYZE help_cases");
        await analyse.ExecuteNonQueryAsync();
    }

    [GeneratedRegex(@"sau=(\d{8}\.[0-9a-f]{32})")]
    private static partial Regex Next();
}
