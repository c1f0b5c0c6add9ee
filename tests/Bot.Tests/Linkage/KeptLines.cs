using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Outreach.Bot.Tests.Linkage;

/// <summary>Keeps the log lines that the service would write, with the simulated moment of each.</summary>
internal sealed class KeptLines(TimeProvider time) : ILoggerProvider
{
    private readonly ConcurrentQueue<LogLine> _lines = new();

    public IReadOnlyList<LogLine> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => new Keeper(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Keeper(KeptLines kept, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            kept._lines.Enqueue(new LogLine(kept.Time.GetUtcNow(), $"{category} {formatter(state, exception)} {exception}"));
    }

    private TimeProvider Time => time;
}
