using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Cases.Desk;
using Outreach.Cases.Receipts;
using Outreach.Cases.Requests;
using Outreach.Content.Store;
using Outreach.Storage;
using Outreach.Storage.Cases;
using Outreach.Storage.Staff;
using Outreach.Testing.Telegram;

namespace Outreach.Benchmarks.Help;

/// <summary>
/// Help without a name on a durable private cluster: a request taken and a code opened beside the bare hash of a code, pages of an
/// inbox of 50,000 cases, and an answer of staff until it is in the worker's chat. Each beside its floor in the same run.
/// </summary>
internal static class HelpBenchmark
{
    private const string Story = "Công ty nợ lương hai tháng, em hỏi thì họ bảo chờ.";

    private const int Warm = 20;

    public static async Task<int> RunAsync()
    {
        var folder = BenchmarkFolder.Make("help");
        await using var telegram = await FakeBotApi.StartAsync();
        Print($"{"what",-52}{"n",6}{"p50 ms",10}{"p99 ms",10}{"floor p99",12}{"ratio",9}{"figure",9}");
        await using (var house = await HelpHouse.StartAsync(folder, telegram, new ReceiptCost()))
        {
            var hash = await HashAsync();
            var (taken, opened) = await RequestsAsync(house, 40, from: 1);
            Row("request taken, hash and all", taken, hash, null);
            Row("code opened, hash and all (one live epoch)", opened, hash, null);
        }

        await using (var house = await HelpHouse.StartAsync(folder, telegram, new ReceiptCost { Iterations = 1 }))
        {
            var floor = await InboxPages.FloorAsync(house.Services.GetRequiredService<StorageStartup>());
            var (taken, opened) = await RequestsAsync(house, 500, from: 1_000);
            Row("request taken, beside the hash", taken, floor, 300);
            Row("code opened, beside the hash", opened, floor, 300);
            Row("answer of staff until it is in the chat", await AnswersAsync(house, telegram), await BareSendAsync(telegram), 2_000);
            var topics = house.Services.GetRequiredService<ContentStore>().Current.Topics.Select(topic => topic.Id).ToList();
            var inbox = await InboxPages.MeasureAsync(house, topics);
            floor = await InboxPages.FloorAsync(house.Services.GetRequiredService<StorageStartup>());
            foreach (var (who, pages) in inbox)
            {
                Row($"inbox of 50,000, a page over HTTP: {who}", pages, floor, 200);
            }
        }

        Print($"Floors: the bare hash of a code (600,000 rounds) · one statement for 50 rows · one sendMessage to the same server. Answers: without the ten seconds in which staff can take one back.");
        return 0;
    }

    private static async Task<Timings> HashAsync()
    {
        using var hasher = new ReceiptHasher(new ReceiptCost());
        var code = ReceiptCode.New();
        return await Timings.OfAsync(40, _ => hasher.HashAsync(code, [new byte[32]], CancellationToken.None));
    }

    private static async Task<(Timings Taken, Timings Opened)> RequestsAsync(HelpHouse house, int times, int from)
    {
        var requests = house.Services.GetRequiredService<HelpRequests>();
        var codes = Enumerable.Range(0, times + Warm).Select(_ => ReceiptCode.New()).ToList();
        for (var i = 0; i < Warm; i++)
        {
            Expect(await SubmitAsync(requests, codes[^(i + 1)], from + times + i) is SubmitOutcome.Received);
            Expect(await requests.OpenAsync(codes[^(i + 1)], "warm", CancellationToken.None) is OpenOutcome.Opened);
        }

        var taken = await Timings.OfAsync(times, async i => Expect(await SubmitAsync(requests, codes[i], from + i) is SubmitOutcome.Received));
        var opened = await Timings.OfAsync(times, async i => Expect(await requests.OpenAsync(codes[i], $"{i}", CancellationToken.None) is OpenOutcome.Opened));
        return (taken, opened);
    }

    private static Task<SubmitOutcome> SubmitAsync(HelpRequests requests, ReceiptCode code, long chat, Guid? id = null) => requests.SubmitAsync(
        new HelpRequest
        {
            Id = id ?? Guid.NewGuid(),
            Mode = AnswerMode.Chat,
            Topic = "other",
            InDanger = false,
            Language = "vi",
            Text = Story,
            Consent = "help/2026-07-01/vi",
            AnswerTo = new CaseAddress("telegram", chat.ToString(CultureInfo.InvariantCulture)),
        },
        code,
        CancellationToken.None);

    private static async Task<Timings> AnswersAsync(HelpHouse house, FakeBotApi telegram)
    {
        var (requests, replies) = (house.Services.GetRequiredService<HelpRequests>(), house.Services.GetRequiredService<CaseReplies>());
        var staff = new StaffMember { Name = "chi", NormalizedName = "CHI", DisplayName = "Chi", Role = StaffRole.Manager, CreatedOn = new DateOnly(2026, 8, 1) };
        var waiting = new List<(Guid Case, FakeChat Chat)>();
        for (var i = 0; i < 101; i++)
        {
            var (id, chat) = (Guid.NewGuid(), telegram.Chat(7_000_000 + i));
            Expect(await SubmitAsync(requests, ReceiptCode.New(), chat.Id, id) is SubmitOutcome.Received);
            waiting.Add((id, chat));
        }

        async Task AnswerAsync((Guid Case, FakeChat Chat) one)
        {
            Expect(await replies.SendAsync(staff, one.Case, "Chúng tôi đã đọc. Bạn có an toàn không?", null, CancellationToken.None) is DeskOutcome.Held);
            await one.Chat.WaitForAsync(1, CancellationToken.None);
        }

        await AnswerAsync(waiting[100]);
        return await Timings.OfAsync(100, i => AnswerAsync(waiting[i]));
    }

    private static async Task<Timings> BareSendAsync(FakeBotApi telegram)
    {
        using var http = new HttpClient();
        return await Timings.OfAsync(100, async i =>
        {
            using var content = new StringContent($$"""{"chat_id":{{8_000_000 + i}},"text":"ok"}""", Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(new Uri($"{telegram.BaseUrl}/bot{telegram.Token}/sendMessage"), content);
            answer.EnsureSuccessStatusCode();
        });
    }

    private static void Row(string what, Timings took, Timings floor, int? figure) => Print(
        $"{what,-52}{took.Count,6}{took.Median,10:F1}{took.P99,10:F1}{floor.P99,12:F1}{took.P99 / floor.P99,9:F1}{figure?.ToString(CultureInfo.InvariantCulture) ?? "",9}");

    private static void Expect(bool held)
    {
        if (!held)
        {
            throw new InvalidOperationException("What is measured was refused.");
        }
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
