using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Outreach.Content.Store;

/// <summary>Has the content read again when its files or the day change: one reload for a burst of saves.</summary>
internal sealed class ContentWatcher(ContentStore store, TimeProvider time, ILogger<ContentStore> logger) : IHostedService, IDisposable
{
    private readonly Lock _lock = new();
    private FileSystemWatcher? _events;
    private ITimer? _poll;
    private ITimer? _settle;
    private long? _pendingSince;
    private long _stamp;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _stamp = FolderStamp.Of(store.Folder);
        _settle = time.CreateTimer(_ => Reload(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _poll = time.CreateTimer(_ => Look(), null, ContentOptions.Poll, ContentOptions.Poll);
        Listen();

        // What was saved between the store's first reading and now.
        Touch();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _events?.Dispose();
            _poll?.Dispose();
            _settle?.Dispose();
            (_events, _poll, _settle) = (null, null, null);
        }
    }

    /// <summary>Something was saved: wait until the burst is over, but not for ever.</summary>
    internal void Touch()
    {
        lock (_lock)
        {
            _pendingSince ??= time.GetTimestamp();
            var waited = time.GetElapsedTime(_pendingSince.Value);
            var left = ContentOptions.LongestSettle - waited;
            _settle?.Change(left < ContentOptions.Settle ? Max(left, TimeSpan.Zero) : ContentOptions.Settle, Timeout.InfiniteTimeSpan);
        }
    }

    private void Look()
    {
        if (FolderStamp.Of(store.Folder) != Volatile.Read(ref _stamp) || store.Today != store.CompiledFor)
        {
            Touch();
        }

        if (_events is null)
        {
            Listen();
        }
    }

    private void Reload()
    {
        lock (_lock)
        {
            _pendingSince = null;
        }

        try
        {
            // The stamp first: what is saved while the files are read makes another reload.
            Volatile.Write(ref _stamp, FolderStamp.Of(store.Folder));
            store.Reload();
        }
#pragma warning disable CA1031 // The edge: a fault of ours in reading content must not end the service.
        catch (Exception e)
#pragma warning restore CA1031
        {
            logger.ReloadFailed(e);
        }
    }

    private void Listen()
    {
        var folder = store.Folder;
        if (!Directory.Exists(folder))
        {
            return;
        }

        try
        {
            var events = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
            events.Changed += (_, _) => Touch();
            events.Created += (_, _) => Touch();
            events.Deleted += (_, _) => Touch();
            events.Renamed += (_, _) => Touch();
            events.EnableRaisingEvents = true;
            _events = events;
        }
        catch (Exception e) when (e is IOException or ArgumentException or PlatformNotSupportedException)
        {
            logger.NoEvents(e);
            // Tried once: the poll finds every change.
            _events = new FileSystemWatcher();
        }
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
