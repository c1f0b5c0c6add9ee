using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Outreach.Benchmarks.Turns;

/// <summary>What stands in for the Bot API: takes every call, remembers when each chat was written to, answers at once.</summary>
internal sealed class BotApiSink : IAsyncDisposable
{
    private static readonly byte[] Taken = """{"ok":true,"result":{"message_id":1,"date":0,"chat":{"id":1,"type":"private"}}}"""u8.ToArray();
    private static readonly byte[] Done = """{"ok":true,"result":true}"""u8.ToArray();
    private readonly WebApplication _app;
    private long _messages;

    private BotApiSink(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());
    public long Messages => Interlocked.Read(ref _messages);

    /// <summary>When the first message to a chat came, as a <see cref="Stopwatch"/> time stamp.</summary>
    public ConcurrentDictionary<long, long> FirstMessage { get; } = new();

    public static async Task<BotApiSink> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var sink = new BotApiSink(app);
        app.Run(sink.TakeAsync);
        await app.StartAsync();
        return sink;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        var isMessage = context.Request.Path.Value!.EndsWith("endMessage", StringComparison.Ordinal);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        if (isMessage)
        {
            Interlocked.Increment(ref _messages);
            if (ChatId(body.GetBuffer().AsSpan(0, (int)body.Length)) is { } chat)
            {
                FirstMessage.TryAdd(chat, Stopwatch.GetTimestamp());
            }
        }

        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(isMessage ? Taken : Done, context.RequestAborted);
    }

    private static long? ChatId(ReadOnlySpan<byte> body)
    {
        var at = body.IndexOf("\"chat_id\":"u8);
        return at >= 0 && System.Buffers.Text.Utf8Parser.TryParse(body[(at + 10)..].TrimStart((byte)'"'), out long id, out _) ? id : null;
    }
}
