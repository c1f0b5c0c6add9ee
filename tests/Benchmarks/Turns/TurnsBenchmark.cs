using System.Diagnostics;
using System.Globalization;
using Outreach.Testing.Programs;

namespace Outreach.Benchmarks.Turns;

/// <summary>Turns through the Telegram webhook (found, stored, answered) beside a bare endpoint that makes the same outgoing call, in the same run.</summary>
internal static class TurnsBenchmark
{
    private const string Secret = "0123456789abcdef0123456789abcdef";
    private const int Connections = 64;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    private static readonly string[] Questions =
    [
        "nghi viec bao lau dc lanh bhtn", "rut bhxh 1 lan can giay to gi", "luong toi thieu vung 2 bao nhieu", "cty no luong 2 thang phai lam sao",
        "tăng ca chủ nhật được trả bao nhiêu", "muon nghi viec bao truoc may ngay", "nghỉ sinh con thứ hai mấy tháng", "cong ty giu cccd ban goc co dung k",
    ];

    /// <param name="program">The published <c>outreach.dll</c>, or null for the one that was built beside this.</param>
    public static async Task<int> RunAsync(string? program, TimeSpan length)
    {
        var folder = BenchmarkFolder.Make("turns");
        await using var sink = await BotApiSink.StartAsync();
        await using var service = await OutreachProgram.ServeAsync(
            folder, program, "Telegram:Token=1:x", $"Telegram:ApiBaseUrl={sink.Address}", "Telegram:Mode=Webhook",
            "Telegram:WebhookUrl=https://example.invalid/webhooks/telegram", $"Telegram:WebhookSecret={Secret}", "Telegram:MessagesPerSecond=100000");
        using var floor = await Floor.StartAsync(sink.Address);
        using var bare = new Load(floor.Address, Secret, Questions);
        using var turns = new Load(new Uri(service.Address, "/webhooks/telegram"), Secret, Questions);
        await bare.SaturateAsync(Connections, WarmUp);
        await turns.SaturateAsync(Connections, WarmUp);

        for (var round = 1; round <= 3; round++)
        {
            var bareRate = await bare.SaturateAsync(Connections, length);
            var before = sink.Messages;
            var clock = Stopwatch.StartNew();
            var rate = await turns.SaturateAsync(Connections, length);
            await DrainAsync(sink);
            var replies = (sink.Messages - before) / clock.Elapsed.TotalSeconds;
            Print($"round {round}: bare {bareRate:F0}/s, turns acknowledged {rate:F0}/s = {rate / bareRate:F2} of bare, messages on the wire {replies:F0}/s over the whole round");
        }

        var timed = await turns.PaceAsync(300, length);
        await DrainAsync(sink);
        var acknowledged = timed.Select(t => Milliseconds(t.Sent, t.Acknowledged)).Order().ToList();
        var answered = timed.Where(t => sink.FirstMessage.ContainsKey(t.Chat))
            .Select(t => Math.Max(0, Milliseconds(t.Acknowledged, sink.FirstMessage[t.Chat]))).Order().ToList();
        Print($"300/s: acknowledged p50 {At(acknowledged, .5):F1} ms, p99 {At(acknowledged, .99):F1} ms; reply on the wire after that p50 {At(answered, .5):F1} ms, p99 {At(answered, .99):F1} ms; {answered.Count} of {timed.Count} answered");
        return 0;
    }

    /// <summary>Waits until nothing more comes.</summary>
    private static async Task DrainAsync(BotApiSink sink)
    {
        long last;
        do
        {
            last = sink.Messages;
            await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System);
        }
        while (sink.Messages != last);
    }

    private static double Milliseconds(long from, long to) => (to - from) * 1000.0 / Stopwatch.Frequency;

    private static double At(List<double> sorted, double share) => sorted.Count == 0 ? double.NaN : sorted[(int)((sorted.Count - 1) * share)];

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
