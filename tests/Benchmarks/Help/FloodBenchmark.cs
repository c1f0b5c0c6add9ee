using System.Globalization;
using Outreach.Benchmarks.Turns;
using Outreach.Testing.Programs;

namespace Outreach.Benchmarks.Help;

/// <summary>One chat that sends 1,000 messages a second for a minute, and what others wait for their answers beside it and in peace.</summary>
internal static class FloodBenchmark
{
    private const string Secret = "0123456789abcdef0123456789abcdef";
    private const int OthersPerSecond = 20;

    private static readonly string[] Questions = ["nghi viec bao lau dc lanh bhtn", "luong toi thieu vung 2 bao nhieu", "muon nghi viec bao truoc may ngay", "nghỉ sinh con thứ hai mấy tháng"];

    private static readonly string[] Spam = ["gặp cán bộ", "không", "đồng ý", "mã biên nhận", "1", "mua vé số không", "xong", "gửi", "asdf", "chào"];

    /// <param name="program">The published <c>outreach.dll</c>, or null for the one that was built beside this.</param>
    public static async Task<int> RunAsync(string? program, TimeSpan length)
    {
        await using var sink = await BotApiSink.StartAsync();
        await using var service = await OutreachProgram.ServeAsync(
            BenchmarkFolder.Make("flood"), program, "Telegram:Token=1:x", $"Telegram:ApiBaseUrl={sink.Address}", "Telegram:Mode=Webhook",
            "Telegram:WebhookUrl=https://example.invalid/webhooks/telegram", $"Telegram:WebhookSecret={Secret}", "Telegram:MessagesPerSecond=1000");
        var webhook = new Uri(service.Address, "/webhooks/telegram");
        using var others = new Load(webhook, Secret, Questions);
        using var one = new Load(webhook, Secret, Spam, first: 1_000_000_000, only: 666);
        await others.SaturateAsync(16, TimeSpan.FromSeconds(5));

        var calm = await others.PaceAsync(OthersPerSecond, length / 3);
        var flooding = one.PaceAsync(1_000, length);
        var beside = await others.PaceAsync(OthersPerSecond, length);
        var flood = await flooding;
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
        Report("in peace", calm, sink);
        Report(string.Create(CultureInfo.InvariantCulture, $"beside {flood.Count} messages of one chat"), beside, sink);
        return 0;
    }

    private static void Report(string when, IReadOnlyList<(long Chat, long Sent, long Acknowledged)> timed, BotApiSink sink)
    {
        var waited = timed.Where(t => sink.FirstMessage.ContainsKey(t.Chat))
            .Select(t => (sink.FirstMessage[t.Chat] - t.Sent) * 1000.0 / System.Diagnostics.Stopwatch.Frequency).Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"others, {when}: from message to answer p50 {waited[waited.Count / 2]:F0} ms, p99 {waited[(int)((waited.Count - 1) * .99)]:F0} ms, worst {waited[^1]:F0} ms; {waited.Count} of {timed.Count} answered"));
    }
}
