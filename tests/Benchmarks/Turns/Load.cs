using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;

namespace Outreach.Benchmarks.Turns;

/// <summary>Posts updates as Telegram does, each of a chat and with an id of its own.</summary>
/// <param name="first">The number of its first update.</param>
/// <param name="only">The one chat that all of them are of; null = each has its own.</param>
internal sealed class Load(Uri endpoint, string secret, IReadOnlyList<string> questions, long first = 1_000_000, long? only = null) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 256, PooledConnectionLifetime = Timeout.InfiniteTimeSpan });
    private long _next = first;

    /// <summary>As many as go through with so many connections, for so long.</summary>
    /// <returns>Acknowledged a second.</returns>
    public async Task<double> SaturateAsync(int connections, TimeSpan length)
    {
        long acknowledged = 0;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            while (clock.Elapsed < length)
            {
                await PostAsync(Interlocked.Increment(ref _next));
                Interlocked.Increment(ref acknowledged);
            }
        }));
        return acknowledged / clock.Elapsed.TotalSeconds;
    }

    /// <summary>A fixed rate, whether or not earlier ones were answered.</summary>
    /// <returns>For each chat when it was sent and when it was acknowledged, as <see cref="Stopwatch"/> time stamps.</returns>
    public async Task<IReadOnlyList<(long Chat, long Sent, long Acknowledged)>> PaceAsync(int perSecond, TimeSpan length)
    {
        var running = new List<Task<(long, long, long)>>();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < length)
        {
            for (var due = (int)(clock.Elapsed.TotalSeconds * perSecond); running.Count < due;)
            {
                running.Add(TimedAsync(Interlocked.Increment(ref _next)));
            }

            await timer.WaitForNextTickAsync();
        }

        return await Task.WhenAll(running);
    }

    public void Dispose() => _http.Dispose();

    private async Task<(long, long, long)> TimedAsync(long chat)
    {
        var sent = Stopwatch.GetTimestamp();
        await PostAsync(chat);
        return (chat, sent, Stopwatch.GetTimestamp());
    }

    private async Task PostAsync(long number)
    {
        var (text, chat) = (questions[(int)(number % questions.Count)], only ?? number);
        var person = string.Create(CultureInfo.InvariantCulture, $"\"id\":{chat},\"first_name\":\"A\"");
        var update = string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"update_id\":{number},\"message\":{{\"message_id\":7,\"date\":1790000000,\"text\":{System.Text.Json.JsonSerializer.Serialize(text)},") +
            $"\"chat\":{{{person},\"type\":\"private\"}},\"from\":{{{person},\"is_bot\":false,\"language_code\":\"vi\"}}}}}}";
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new StringContent(update, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        using var answer = await _http.SendAsync(request);
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            throw new InvalidOperationException($"The endpoint answered {(int)answer.StatusCode}.");
        }
    }
}
