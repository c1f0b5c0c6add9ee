using System.Diagnostics;
using System.Text;

namespace Outreach.Benchmarks.Broadcasts;

/// <summary>The floor: so many workers post the same message and store nothing.</summary>
internal static class BareLoop
{
    /// <returns>Messages a second.</returns>
    public static async Task<double> RunAsync(Uri sink, int messages, int concurrency)
    {
        using var http = new HttpClient(new SocketsHttpHandler { ActivityHeadersPropagator = null, UseCookies = false }) { BaseAddress = sink };
        var text = new string('x', 600);
        var left = messages;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, concurrency).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) is >= 0 and var chat)
            {
                using var body = new StringContent($$"""{"chat_id":{{chat + 1}},"text":"{{text}}"}""", Encoding.UTF8, "application/json");
                using var answer = await http.PostAsync(new Uri("/bot1:x/sendMessage", UriKind.Relative), body);
                await answer.Content.ReadAsByteArrayAsync();
            }
        })));
        return messages / clock.Elapsed.TotalSeconds;
    }
}
