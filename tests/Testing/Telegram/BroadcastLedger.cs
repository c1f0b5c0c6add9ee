using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Outreach.Testing.Telegram;

/// <summary>
/// The Bot API as a broadcast sees it: keeps who got how many messages and no more, so that it bears ten thousands of calls. It can
/// hold calls, be slow, and answer otherwise.
/// </summary>
public sealed class BroadcastLedger : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<long, int> _received = new();
    private readonly ConcurrentQueue<LedgerCall> _calls = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private volatile TaskCompletionSource? _gate;
    private int _held;
    private int _most;
    private int _made;

    private BroadcastLedger(WebApplication app, TimeProvider time) => (_app, _time) = (app, time);

    public string Token { get; } = "4200001:AAfake-token_of-tests0123456789abcdef";

    /// <summary>For <c>Telegram:ApiBaseUrl</c>.</summary>
    public string BaseUrl => _app.Urls.First();

    /// <summary>How long each answer takes, by the real clock.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>What a call to this chat, the nth of all, is answered; null = it is taken.</summary>
    public Func<long, int, BotApiFailure?> Answer { get; set; } = (_, _) => null;

    /// <summary>Asked before a call is answered, while it waits.</summary>
    public Func<Task>? WhileHeld { get; set; }

    /// <summary>How many messages each chat got.</summary>
    public IReadOnlyDictionary<long, int> Received => _received;

    /// <summary>Every message that was asked for, oldest first, by the ledger's clock.</summary>
    public IReadOnlyList<LedgerCall> Calls => [.. _calls];

    /// <summary>Calls that wait for their answer.</summary>
    public int Held => Volatile.Read(ref _held);

    /// <summary>The most that ever waited at once.</summary>
    public int MostHeld => Volatile.Read(ref _most);

    public static async Task<BroadcastLedger> StartAsync(TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var ledger = new BroadcastLedger(app, time ?? TimeProvider.System);
        app.Map("/bot{token}/{method}", ledger.HandleAsync);
        await app.StartAsync();
        return ledger;
    }

    /// <summary>From now on every call waits until <see cref="Release"/>.</summary>
    public void Hold() => _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Release()
    {
        var gate = _gate;
        _gate = null;
        gate?.TrySetResult();
    }

    /// <summary>Completes with the next call that comes in; each call is told once.</summary>
    public Task WhenCalledAsync(CancellationToken cancellationToken) => _arrived.WaitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Release();
        await _app.DisposeAsync();
        _arrived.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var method = (string)context.Request.RouteValues["method"]!;
        if (!method.StartsWith("send", StringComparison.OrdinalIgnoreCase))
        {
            await WriteAsync(context, 200, """{"ok":true,"result":true}""");
            return;
        }

        var (chat, text) = await ReadAsync(context.Request);
        var number = Interlocked.Increment(ref _made);
        var now = Interlocked.Increment(ref _held);
        for (var most = _most; now > most; most = _most)
        {
            Interlocked.CompareExchange(ref _most, now, most);
        }

        _arrived.Release();
        try
        {
            if (_gate is { } gate)
            {
                await gate.Task.WaitAsync(context.RequestAborted);
            }

            await (WhileHeld?.Invoke() ?? Task.CompletedTask);
            if (Latency > TimeSpan.Zero)
            {
                await Task.Delay(Latency, TimeProvider.System, context.RequestAborted);
            }

            await AnswerAsync(context, chat, text, Answer(chat, number));
        }
        catch (OperationCanceledException)
        {
            // The caller has gone.
        }
        finally
        {
            Interlocked.Decrement(ref _held);
        }
    }

    private async Task AnswerAsync(HttpContext context, long chat, string text, BotApiFailure? failure)
    {
        _calls.Enqueue(new LedgerCall(chat, text, failure?.Status ?? 200, failure?.RetryAfter, _time.GetUtcNow()));
        if (failure is null or { DoIt: true })
        {
            _received.AddOrUpdate(chat, 1, (_, count) => count + 1);
        }

        if (failure is { Hold: true })
        {
            context.Abort();
            return;
        }

        await WriteAsync(context, failure?.Status ?? 200, failure?.Body ?? """{"ok":true,"result":{"message_id":7,"date":1763600000}}""");
    }

    private static Task WriteAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body);
    }

    private static async Task<(long Chat, string Text)> ReadAsync(HttpRequest request)
    {
        using var body = await JsonDocument.ParseAsync(request.Body);
        return (body.RootElement.GetProperty("chat_id").GetInt64(), body.RootElement.GetProperty("text").GetString()!);
    }
}
