namespace Outreach.Bot.Web;

/// <summary>What was said in one conversation of the page: the last 40 questions. In memory only.</summary>
internal sealed class ChatTranscript(DateTimeOffset now)
{
    private const int MaxEntries = 40;
    private readonly Lock _lock = new();
    private readonly List<(string Message, Task<ChatEntry> Entry)> _entries = [];
    private long _lastUsedTicks = now.UtcTicks;

    public DateTimeOffset LastUsed => new(Interlocked.Read(ref _lastUsedTicks), TimeSpan.Zero);

    /// <summary>What has been answered, in order.</summary>
    public IReadOnlyList<ChatEntry> Entries
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries.Where(entry => entry.Entry.IsCompletedSuccessfully).Select(entry => entry.Entry.Result)];
            }
        }
    }

    /// <summary>The title of a button that was shown, the newest first; null when none had this value.</summary>
    public string? TitleOf(string value) =>
        Entries.Reverse().SelectMany(entry => entry.Replies).SelectMany(reply => reply.Buttons).FirstOrDefault(button => button.Value == value)?.Title;

    /// <summary>Handles a message once: whoever brings the same id shares what comes of it. What failed may be tried again.</summary>
    public Task<ChatEntry> HandleAsync(string message, Func<Task<ChatEntry>> handle, TimeProvider time)
    {
        Interlocked.Exchange(ref _lastUsedTicks, time.GetUtcNow().UtcTicks);
        lock (_lock)
        {
            _entries.RemoveAll(entry => entry.Message == message && entry.Entry.IsFaulted);
            if (_entries.Find(entry => entry.Message == message).Entry is { } before)
            {
                return before;
            }

            // Off this thread: nothing is handled under the lock.
            var entry = Task.Run(handle);
            _entries.Add((message, entry));
            if (_entries.Count > MaxEntries)
            {
                _entries.RemoveAt(0);
            }

            return entry;
        }
    }
}
