using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Outreach.Testing.Telegram;

/// <summary>The Bot API at the wire, on a port of its own: chats are played by the test, failures are scripted, everything sent is kept.</summary>
public sealed class FakeBotApi : IAsyncDisposable
{
    public const string BotName = "OutreachTestBot";
    public const long BotId = 4200001;

    private readonly WebApplication _app;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<long, FakeChat> _chats = [];
    private readonly ConcurrentQueue<BotApiCall> _calls = [];
    private readonly ConcurrentQueue<FakeFailure> _failures = [];
    private readonly ConcurrentQueue<string> _rawAnswers = [];
    private readonly List<JsonObject> _queue = [];
    private readonly Lock _lock = new();
    private readonly HttpClient _pusher = new();
    private readonly CancellationTokenSource _closing = new();
    private TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _called = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _webhookSet = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _updateId = 1000;
    private int _messageId = 100;
    private bool _closed;

    private FakeBotApi(WebApplication app, TimeProvider time, string token)
    {
        _app = app;
        _time = time;
        Token = token;
    }

    /// <summary>The one token that is let in.</summary>
    public string Token { get; }

    /// <summary>For <c>Telegram:ApiBaseUrl</c>.</summary>
    public string BaseUrl => _app.Urls.First();

    /// <summary>What setWebhook was told last, or null.</summary>
    public string? WebhookUrl { get; private set; }

    public string? WebhookSecret { get; private set; }

    /// <summary>Every call that came, oldest first.</summary>
    public IReadOnlyList<BotApiCall> Calls => [.. _calls];

    /// <summary>Callback queries that were answered.</summary>
    public ConcurrentQueue<string> AnsweredCallbacks { get; } = [];

    public static async Task<FakeBotApi> StartAsync(TimeProvider? time = null, string? token = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var api = new FakeBotApi(app, time ?? TimeProvider.System, token ?? $"{BotId}:AAfake-token_of-tests0123456789abcdef");
        app.Map("/bot{token}/{method}", api.HandleAsync);
        await app.StartAsync();
        return api;
    }

    /// <summary>From now on nobody answers at its address. May be called twice.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_closed)
        {
            return;
        }

        _closed = true;
        await _closing.CancelAsync();
        await _app.DisposeAsync();
        _pusher.Dispose();
        _closing.Dispose();
    }

    /// <summary>A chat, made on first mention. Negative ids are groups.</summary>
    public FakeChat Chat(long id) => _chats.GetOrAdd(id, i => new FakeChat(this, i));

    /// <summary>The next call of this method (of this chat, when given) fails so. Several are taken in order.</summary>
    public void FailNext(string method, BotApiFailure failure, long? chat = null) => _failures.Enqueue(new FakeFailure(method, chat, failure));

    /// <summary>The next getUpdates is answered 200 with exactly this body.</summary>
    public void AnswerNextPollWith(string body) => _rawAnswers.Enqueue(body);

    /// <summary>Queues any update; its number is put in where it has none. It is polled for, or pushed by PushAsync.</summary>
    public long Enqueue(JsonObject update)
    {
        lock (_lock)
        {
            var id = update["update_id"]?.GetValue<long>() ?? ++_updateId;
            var whole = new JsonObject { ["update_id"] = id };
            foreach (var (name, value) in update.Where(m => m.Key != "update_id"))
            {
                whole[name] = value?.DeepClone();
            }

            _queue.Add(whole);
            _arrived.TrySetResult();
            return id;
        }
    }

    /// <summary>Brings all that is queued to the webhook, one after the other, as the real server does. What is not taken with a 2xx stays queued.</summary>
    public async Task<IReadOnlyList<int>> PushAsync(CancellationToken cancellationToken)
    {
        List<JsonObject> updates;
        lock (_lock)
        {
            updates = [.. _queue];
        }

        var statuses = new List<int>();
        foreach (var update in updates)
        {
            var status = await PushAsync(update.ToJsonString(), cancellationToken);
            statuses.Add(status);
            if (status is >= 200 and < 300)
            {
                lock (_lock)
                {
                    _queue.Remove(update);
                }
            }
        }

        return statuses;
    }

    /// <summary>Brings one body to the webhook, whatever it is.</summary>
    public async Task<int> PushAsync(string body, CancellationToken cancellationToken, string? url = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url ?? WebhookUrl ?? throw new InvalidOperationException("No webhook was set."));
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.TryAddWithoutValidation("X-Telegram-Bot-Api-Secret-Token", WebhookSecret);
        using var response = await _pusher.SendAsync(request, cancellationToken);
        return (int)response.StatusCode;
    }

    /// <summary>Completes when a method has been called so often.</summary>
    public async Task WaitForCallsAsync(string method, int count, CancellationToken cancellationToken)
    {
        while (true)
        {
            var called = Volatile.Read(ref _called).Task;
            if (_calls.Count(c => string.Equals(c.Method, method, StringComparison.OrdinalIgnoreCase)) >= count)
            {
                return;
            }

            await called.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Completes when a webhook has been set: from then on updates can be pushed.</summary>
    public Task WaitForWebhookAsync(CancellationToken cancellationToken) => _webhookSet.Task.WaitAsync(cancellationToken);

    internal int NextMessageId() => Interlocked.Increment(ref _messageId);

    private async Task HandleAsync(HttpContext context)
    {
        var method = (string)context.Request.RouteValues["method"]!;
        var parameters = await BotApiParameters.ReadAsync(context.Request);
        _calls.Enqueue(new BotApiCall(method, parameters, _time.GetUtcNow()));
        Interlocked.Exchange(ref _called, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        if (!string.Equals((string?)context.Request.RouteValues["token"], Token, StringComparison.Ordinal))
        {
            await AnswerAsync(context, BotApiFailure.Unauthorized);
            return;
        }

        var failure = TakeFailure(method, BotApiParameters.Long(parameters, "chat_id"));
        if (failure is { DoIt: false })
        {
            await AnswerAsync(context, failure);
            return;
        }

        var answer = await DoAsync(context, method.ToLowerInvariant(), parameters);
        await AnswerAsync(context, failure ?? answer);
    }

    private async Task<BotApiFailure> DoAsync(HttpContext context, string method, JsonElement parameters) => method switch
    {
        "getme" => Result($$"""{"id":{{BotId}},"is_bot":true,"first_name":"Outreach","username":"{{BotName}}"}"""),
        "getupdates" => await PollAsync(parameters, context.RequestAborted),
        "sendmessage" or "sendphoto" or "sendvoice" => Send(method, parameters),
        "editmessagetext" => Edit(parameters),
        "deletemessages" => Delete(parameters),
        "answercallbackquery" => AnswerCallback(parameters),
        "setwebhook" => SetWebhook(parameters.GetProperty("url").GetString(), BotApiParameters.Text(parameters, "secret_token")),
        "deletewebhook" => SetWebhook(null, null),
        "setmycommands" => Result("true"),
        _ => BotApiFailure.Error(404, "Not Found: method not found"),
    };

    private async Task<BotApiFailure> PollAsync(JsonElement parameters, CancellationToken cancellationToken)
    {
        if (WebhookUrl is not null)
        {
            return BotApiFailure.Error(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
        }

        if (_rawAnswers.TryDequeue(out var raw))
        {
            return new BotApiFailure(200, raw);
        }

        var offset = BotApiParameters.Long(parameters, "offset");
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        using var timeout = _time.CreateTimer(_ => over.Cancel(), null, TimeSpan.FromSeconds(BotApiParameters.Long(parameters, "timeout") ?? 0), Timeout.InfiniteTimeSpan);
        while (true)
        {
            Task arrived;
            lock (_lock)
            {
                _queue.RemoveAll(u => u["update_id"]!.GetValue<long>() < offset);
                if (_queue.Count > 0)
                {
                    return Result($"[{string.Join(',', _queue.Take(100).Select(u => u.ToJsonString()))}]");
                }

                if (_arrived.Task.IsCompleted)
                {
                    _arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                }

                arrived = _arrived.Task;
            }

            try
            {
                await arrived.WaitAsync(over.Token);
            }
            catch (OperationCanceledException)
            {
                return Result("[]");
            }

            if (_rawAnswers.TryDequeue(out raw))
            {
                return new BotApiFailure(200, raw);
            }
        }
    }

    private BotApiFailure Send(string method, JsonElement parameters)
    {
        var chat = Chat(BotApiParameters.Long(parameters, "chat_id") ?? 0);
        if (chat.IsBlocked)
        {
            return BotApiFailure.Blocked;
        }

        var id = NextMessageId();
        if (method != "sendmessage")
        {
            chat.Receive(new FakeMessage(id, BotApiParameters.Text(parameters, "caption") ?? "", "", [], _time.GetUtcNow(), method[4..]));
            return Result(method == "sendphoto"
                ? $$"""{"message_id":{{id}},"photo":[{"file_id":"small"},{"file_id":"photo-{{id}}"}]}"""
                : $$$"""{"message_id":{{{id}}},"voice":{"file_id":"voice-{{{id}}}"}}""");
        }

        var (message, fault) = BotApiParameters.Message(parameters, id, _time.GetUtcNow());
        if (fault is not null)
        {
            return fault;
        }

        chat.Receive(message!);
        return Result($$"""{"message_id":{{id}},"date":1763600000}""");
    }

    private BotApiFailure Edit(JsonElement parameters)
    {
        var chat = Chat(BotApiParameters.Long(parameters, "chat_id") ?? 0);
        var id = (int)(BotApiParameters.Long(parameters, "message_id") ?? 0);
        var (message, fault) = BotApiParameters.Message(parameters, id, _time.GetUtcNow());
        return (fault, chat.IsBlocked) switch
        {
            ({ } wrong, _) => wrong,
            (_, true) => BotApiFailure.Blocked,
            _ => chat.Edit(message!) switch
            {
                true => Result($$"""{"message_id":{{id}},"date":1763600000}"""),
                null => BotApiFailure.Error(400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message"),
                false => BotApiFailure.Error(400, "Bad Request: message to edit not found"),
            },
        };
    }

    private BotApiFailure Delete(JsonElement parameters)
    {
        var ids = parameters.GetProperty("message_ids").EnumerateArray().Select(e => e.GetInt32()).ToList();
        if (ids.Count > 100)
        {
            return BotApiFailure.Error(400, "Bad Request: too many message identifiers specified");
        }

        Chat(BotApiParameters.Long(parameters, "chat_id") ?? 0).Delete(ids);
        return Result("true");
    }

    private BotApiFailure AnswerCallback(JsonElement parameters)
    {
        AnsweredCallbacks.Enqueue(BotApiParameters.Text(parameters, "callback_query_id") ?? "");
        return Result("true");
    }

    private BotApiFailure SetWebhook(string? url, string? secret)
    {
        (WebhookUrl, WebhookSecret) = (string.IsNullOrEmpty(url) ? null : url, secret);
        if (WebhookUrl is not null)
        {
            _webhookSet.TrySetResult();
        }

        return Result("true");
    }

    private BotApiFailure? TakeFailure(string method, long? chat)
    {
        lock (_lock)
        {
            var kept = new List<FakeFailure>();
            BotApiFailure? taken = null;
            while (_failures.TryDequeue(out var failure))
            {
                if (taken is null && string.Equals(failure.Method, method, StringComparison.OrdinalIgnoreCase) && (failure.Chat is null || failure.Chat == chat))
                {
                    taken = failure.Failure;
                }
                else
                {
                    kept.Add(failure);
                }
            }

            kept.ForEach(_failures.Enqueue);
            return taken;
        }
    }

    private async Task AnswerAsync(HttpContext context, BotApiFailure answer)
    {
        if (answer.Hold)
        {
            var never = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _closing.Token);
            await using var registration = over.Token.Register(() => never.TrySetResult());
            await never.Task;
            return;
        }

        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.Body.StartsWith('<') ? "text/html" : "application/json";
        if (answer.RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        await context.Response.WriteAsync(answer.Body);
    }

    private static BotApiFailure Result(string json) => new(200, $$"""{"ok":true,"result":{{json}}}""");

    private sealed record FakeFailure(string Method, long? Chat, BotApiFailure Failure);
}
