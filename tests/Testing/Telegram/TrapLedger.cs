using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Outreach.Testing.Telegram;

/// <summary>
/// The Bot API for programs that are killed in the middle of a broadcast: keeps how many messages each chat got, and no more, and holds
/// calls where a trap says so. Nodes are told apart by the address they were given.
/// </summary>
public sealed class TrapLedger : IAsyncDisposable
{
    private static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(5);

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<long, int> _received = new();
    private readonly ConcurrentDictionary<string, int> _calls = new(StringComparer.Ordinal);
    private readonly Channel<string> _updates = Channel.CreateUnbounded<string>();
    private TaskCompletionSource<string> _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile KillTrap? _trap;
    private int _update;

    private TrapLedger(WebApplication app) => _app = app;

    public string Token { get; } = "4200001:AAfake-token_of-tests0123456789abcdef";

    /// <summary>How many messages each chat got, answered or not.</summary>
    public IReadOnlyDictionary<long, int> Received => _received;

    /// <summary>What a message to this chat is answered; null = it is taken.</summary>
    public Func<long, BotApiFailure?> Answer { get; set; } = _ => null;

    public static async Task<TrapLedger> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var ledger = new TrapLedger(app);
        app.Map("/{node}/bot{token}/{method}", ledger.HandleAsync);
        await app.StartAsync();
        return ledger;
    }

    /// <summary>For <c>Telegram:ApiBaseUrl</c> of a node.</summary>
    public string AddressFor(string node) => $"{_app.Urls.First()}/{node}";

    /// <summary>Messages that this node has asked for, taken or not.</summary>
    public int CallsOf(string node) => _calls.GetValueOrDefault(node);

    /// <summary>Completes with the next message that is asked for; its result is who asks.</summary>
    public Task<string> NextCallAsync() => Volatile.Read(ref _next).Task;

    /// <summary>Somebody writes to the bot.</summary>
    public void Say(long chat, string text)
    {
        var number = Interlocked.Increment(ref _update);
        _updates.Writer.TryWrite(
            $$"""{"update_id":{{number}},"message":{"message_id":{{number}},"date":1763600000,"text":"{{text}}","chat":{"id":{{chat}},"type":"private"},"from":{"id":{{chat}},"is_bot":false,"first_name":"Lan"} } }""");
    }

    /// <summary>From now on this trap counts; the one before holds nothing any more.</summary>
    public KillTrap Set(KillTrap trap)
    {
        var before = _trap;
        _trap = trap;
        before?.Release();
        return trap;
    }

    public void Release() => _trap?.Release();

    /// <summary>Begins to count anew.</summary>
    public void Forget()
    {
        _received.Clear();
        _calls.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        Release();
        await _app.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        try
        {
            var method = (string)context.Request.RouteValues["method"]!;
            if (method.StartsWith("send", StringComparison.OrdinalIgnoreCase))
            {
                await SendAsync(context, (string)context.Request.RouteValues["node"]!);
                return;
            }

            await WriteAsync(context, 200, method switch
            {
                "getUpdates" => $$"""{"ok":true,"result":[{{await PollAsync(context.RequestAborted)}}]}""",
                "getMe" => """{"ok":true,"result":{"id":4200001,"is_bot":true,"first_name":"Outreach","username":"OutreachTestBot"}}""",
                _ => """{"ok":true,"result":true}""",
            });
        }
        catch (OperationCanceledException)
        {
            // The caller has gone.
        }
    }

    /// <returns>One update, given once, or nothing.</returns>
    private async Task<string> PollAsync(CancellationToken gone)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(gone);
        enough.CancelAfter(LongPoll);
        try
        {
            return await _updates.Reader.ReadAsync(enough.Token);
        }
        catch (OperationCanceledException) when (!gone.IsCancellationRequested)
        {
            return "";
        }
    }

    private async Task SendAsync(HttpContext context, string node)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
        var chat = body.RootElement.GetProperty("chat_id").GetInt64();
        _calls.AddOrUpdate(node, 1, (_, count) => count + 1);
        Interlocked.Exchange(ref _next, new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult(node);
        var trap = _trap;
        var taken = trap is not null && trap.IsAt(node) && await trap.HoldAsync(() => Take(chat), context.RequestAborted);
        if (taken || Answer(chat) is not { } failure)
        {
            if (!taken)
            {
                Take(chat);
            }

            await WriteAsync(context, 200, """{"ok":true,"result":{"message_id":7,"date":1763600000}}""");
            trap?.NoteAnswered();
            return;
        }

        await WriteAsync(context, failure.Status, failure.Body);
    }

    private void Take(long chat) => _received.AddOrUpdate(chat, 1, (_, count) => count + 1);

    private static async Task WriteAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body, context.RequestAborted);
        await context.Response.CompleteAsync();
    }
}
