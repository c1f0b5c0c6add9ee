using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Outreach.Benchmarks.Broadcasts;

/// <summary>The receiver of a broadcast: answers after a set time, and keeps when each message came and to which chat.</summary>
internal sealed partial class BroadcastSink : IAsyncDisposable
{
    private static readonly byte[] Taken = """{"ok":true,"result":{"message_id":1,"date":0,"chat":{"id":1,"type":"private"}}}"""u8.ToArray();
    private static readonly byte[] Done = """{"ok":true,"result":true}"""u8.ToArray();
    private readonly WebApplication _app;
    private readonly Lock _gate = new();
    private readonly List<long> _came = [];
    private readonly List<long> _toAskers = [];
    private readonly Dictionary<long, int> _chats = [];
    private TimeSpan _answersAfter;

    private BroadcastSink(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    /// <summary>Chats below this number are subscribers; others ask something meanwhile.</summary>
    public const long FirstAsker = 9_000_000_000;

    /// <summary>When an asker's chat was written to last.</summary>
    public long LastToAsker { get; private set; }

    public int Messages
    {
        get
        {
            lock (_gate)
            {
                return _came.Count;
            }
        }
    }

    public static async Task<BroadcastSink> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var sink = new BroadcastSink(app);
        app.Run(sink.TakeAsync);
        await app.StartAsync();
        return sink;
    }

    public void Begin(TimeSpan answersAfter)
    {
        lock (_gate)
        {
            _came.Clear();
            _toAskers.Clear();
            _chats.Clear();
            _answersAfter = answersAfter;
        }
    }

    /// <summary>Messages to subscribers and, since the first of them, to askers, by when they came; and how many chats got how many.</summary>
    public (IReadOnlyList<long> Came, IReadOnlyList<long> ToAskers, int Chats, int Twice) End()
    {
        lock (_gate)
        {
            return ([.. _came], [.. _toAskers.Where(at => at >= _came[0] && at <= _came[^1])], _chats.Count, _chats.Values.Count(count => count > 1));
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [GeneratedRegex("\"chat_id\":\"?(\\d+)", RegexOptions.None, 1000)]
    private static partial Regex ChatId();

    private async Task TakeAsync(HttpContext context)
    {
        var isMessage = context.Request.Path.Value!.EndsWith("endMessage", StringComparison.Ordinal);
        var came = Stopwatch.GetTimestamp();
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        if (isMessage)
        {
            Note(long.Parse(ChatId().Match(body).Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), came);
        }

        if (_answersAfter > TimeSpan.Zero)
        {
            await Task.Delay(_answersAfter, TimeProvider.System, context.RequestAborted);
        }

        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(isMessage ? Taken : Done, context.RequestAborted);
    }

    private void Note(long chat, long came)
    {
        lock (_gate)
        {
            if (chat >= FirstAsker)
            {
                LastToAsker = came;
                _toAskers.Add(came);
                return;
            }

            _came.Add(came);
            _chats[chat] = _chats.GetValueOrDefault(chat) + 1;
        }
    }
}
