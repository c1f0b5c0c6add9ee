using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Outreach.Testing.Programs;

namespace Outreach.Benchmarks.Broadcasts;

/// <summary>
/// A broadcast from <c>subscribers import</c> to the last outcome, through the real program: under a limit, without one beside a bare
/// loop over HttpClient, and what a reply waits for meanwhile.
/// </summary>
internal static class BroadcastBenchmark
{
    private const string Password = "benh vien cay xanh 71";
    private const string Secret = "0123456789abcdef0123456789abcdef";
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    /// <summary>Options: <c>recipients</c> (10000), <c>limit</c> a second (100000 = none), <c>concurrency</c> (64), <c>milliseconds</c> there and back (0), <c>program</c>.</summary>
    public static async Task<int> RunAsync(Arguments arguments)
    {
        var recipients = Number(arguments, "recipients", 10_000);
        var limit = Number(arguments, "limit", 100_000);
        var concurrency = Number(arguments, "concurrency", 64);
        var roundTrip = TimeSpan.FromMilliseconds(Number(arguments, "milliseconds", 0));
        var program = arguments.Find("program") ?? OutreachProgram.Built;
        var folder = BenchmarkFolder.Make("broadcast");
        await using var sink = await BroadcastSink.StartAsync();
        await using var service = await OutreachProgram.ServeAsync(
            folder, program, "Telegram:Token=1:x", $"Telegram:ApiBaseUrl={sink.Address}", "Telegram:Mode=Webhook",
            "Telegram:WebhookUrl=https://example.invalid/webhooks/telegram", $"Telegram:WebhookSecret={Secret}",
            $"Telegram:MessagesPerSecond={limit}", $"Scheduler:Concurrency={concurrency}", "Scheduler:QuietHours=none");

        var clock = Stopwatch.StartNew();
        await VerbAsync(folder, null, "subscribers", "import", await WriteListAsync(folder, recipients));
        Print($"import of {recipients}: {clock.Elapsed.TotalSeconds:F1} s with the program's own start");

        if (limit >= 100_000)
        {
            sink.Begin(roundTrip);
            await BareLoop.RunAsync(sink.Address, Math.Min(recipients, 2000), concurrency);
            Print($"bare loop: {await BareLoop.RunAsync(sink.Address, Math.Min(recipients, 20_000), concurrency):F0}/s");
        }

        var campaign = await ApprovedAsync(folder);
        var before = ProcessUse.Of(service.ProcessId);
        sink.Begin(roundTrip);
        await VerbAsync(folder, null, "campaign", "start", campaign);
        clock.Restart();
        while (sink.Messages == 0)
        {
            await Task.Delay(Look, TimeProvider.System);
        }

        Print($"first message {clock.Elapsed.TotalSeconds:F1} s after the start: its rows were made by then");
        using var asking = new Asker(new Uri(service.Address, "/webhooks/telegram"), Secret, sink);
        while (sink.Messages < recipients)
        {
            await asking.AskAsync();
            await Task.Delay(Look, TimeProvider.System);
        }

        var (came, toAskers, chats, twice) = sink.End();
        var seconds = (came[^1] - came[0]) / (double)Stopwatch.Frequency;
        var rate = (came.Count - 1) / seconds;
        var after = ProcessUse.Of(service.ProcessId);
        Print($"{came.Count} messages to {chats} chats ({twice} twice) in {seconds:F1} s: {rate:F1}/s");
        Print($"with the replies, which the same limit holds for: {(limit < 100_000 ? $"{(rate + toAskers.Count / seconds) / limit:P1} of the limit, " : "")}most in a sliding second {MostInASecond([.. came.Concat(toAskers).Order()])}");
        Print($"CPU {after.CpuSeconds - before.CpuSeconds:F1} s ({(after.CpuSeconds - before.CpuSeconds) * 1e6 / came.Count:F0} µs a message), peak memory {after.PeakMegabytes:F0} MB");
        Print($"a reply meanwhile: {asking.Summary()}");
        Print($"counts: {await CountsAsync(folder, campaign, recipients)}");
        return 0;
    }

    private static async Task<string> WriteListAsync(string folder, int recipients)
    {
        var file = Path.Combine(folder, "list.csv");
        await using var writer = new StreamWriter(file, append: false, Encoding.UTF8);
        await writer.WriteLineAsync("channel,address,language,province,role,topics,consented_at");
        for (var chat = 1; chat <= recipients; chat++)
        {
            await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"telegram,{chat},{(chat % 10 == 0 ? "en" : "vi")},,worker,,2026-01-01T08:00:00+07:00"));
        }

        return file;
    }

    private static async Task<string> ApprovedAsync(string folder)
    {
        await VerbAsync(folder, Password, "staff", "add", "lan", "--role", "campaigner", "--password-stdin");
        await VerbAsync(folder, Password, "staff", "add", "mai", "--role", "manager", "--password-stdin");
        using var created = JsonDocument.Parse(await VerbAsync(folder, null, "campaign", "create", "thang-11", "--json"));
        var id = created.RootElement.GetProperty("id").GetString()!;
        await VerbAsync(folder, null, "campaign", "submit", id, "--by", "lan");
        await VerbAsync(folder, null, "campaign", "approve", id, "--by", "mai");
        return id;
    }

    /// <summary>Once every outcome is stored.</summary>
    private static async Task<string> CountsAsync(string folder, string campaign, int recipients)
    {
        while (true)
        {
            using var shown = JsonDocument.Parse(await VerbAsync(folder, null, "campaign", "show", campaign, "--json"));
            var counts = shown.RootElement.GetProperty("counts");
            if (counts.GetProperty("sent").GetInt64() == recipients || counts.GetProperty("pending").GetInt64() + counts.GetProperty("reserved").GetInt64() + counts.GetProperty("sending").GetInt64() == 0)
            {
                return counts.GetRawText();
            }
        }
    }

    private static async Task<string> VerbAsync(string folder, string? input, params string[] verb)
    {
        var (code, output, errors) = await OutreachProgram.RunWithInputAsync(folder, input, verb);
        return code == 0 ? output : throw new InvalidOperationException($"{string.Join(' ', verb)} ended with {code}: {output} {errors}");
    }

    private static int MostInASecond(IReadOnlyList<long> came)
    {
        var (most, first) = (0, 0);
        for (var last = 0; last < came.Count; last++)
        {
            while (came[last] - came[first] >= Stopwatch.Frequency)
            {
                first++;
            }

            most = Math.Max(most, last - first + 1);
        }

        return most;
    }

    private static int Number(Arguments arguments, string name, int otherwise) => arguments.Find(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
