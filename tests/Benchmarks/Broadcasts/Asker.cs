using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Outreach.Benchmarks.Broadcasts;

/// <summary>Somebody who asks while a broadcast runs, each time from a new chat.</summary>
internal sealed class Asker(Uri webhook, string secret, BroadcastSink sink) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(2);

    private readonly HttpClient _http = new();
    private readonly List<double> _waits = [];
    private int _asked;

    /// <summary>Asks, and waits until the answer is on the wire.</summary>
    public async Task AskAsync()
    {
        var chat = BroadcastSink.FirstAsker + ++_asked;
        var (begun, before) = (Stopwatch.GetTimestamp(), sink.LastToAsker);
        using var body = new StringContent(
            $$$"""{"update_id":{{{_asked}}},"message":{"message_id":{{{_asked}}},"date":0,"chat":{"id":{{{chat}}},"type":"private"},"from":{"id":{{{chat}}},"is_bot":false,"first_name":"x"},"text":"luong toi thieu vung 2 bao nhieu"}}""",
            Encoding.UTF8, "application/json");
        body.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        using var answer = await _http.PostAsync(webhook, body);
        answer.EnsureSuccessStatusCode();
        while (sink.LastToAsker == before && Stopwatch.GetElapsedTime(begun) < Patience)
        {
            await Task.Delay(Look, TimeProvider.System);
        }

        _waits.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
    }

    public string Summary()
    {
        _waits.Sort();
        return _waits.Count == 0 ? "nobody asked" : string.Create(
            CultureInfo.InvariantCulture, $"{_waits.Count} asked, p50 {_waits[_waits.Count / 2]:F0} ms, longest {_waits[^1]:F0} ms");
    }

    public void Dispose() => _http.Dispose();
}
