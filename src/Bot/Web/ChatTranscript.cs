using System.Collections.Immutable;

namespace Outreach.Bot.Web;

/// <summary>What was said in one conversation of the page: the last 100 questions. In memory only.</summary>
internal sealed class ChatTranscript(DateTimeOffset now)
{
    private const int MaxEntries = 100;
    private readonly Lock _writing = new();
    private ImmutableList<ChatEntry> _entries = [];
    private long _lastUsedTicks = now.UtcTicks;

    public IReadOnlyList<ChatEntry> Entries => Volatile.Read(ref _entries);
    public DateTimeOffset LastUsed => new(Interlocked.Read(ref _lastUsedTicks), TimeSpan.Zero);

    public ChatEntry? Find(string message) => Entries.FirstOrDefault(entry => entry.Message == message);

    /// <summary>The title of a button that was shown, the newest first; null when none had this value.</summary>
    public string? TitleOf(string value) =>
        Entries.Reverse().SelectMany(entry => entry.Replies).SelectMany(reply => reply.Buttons).FirstOrDefault(button => button.Value == value)?.Title;

    public void Keep(ChatEntry entry, DateTimeOffset at)
    {
        Interlocked.Exchange(ref _lastUsedTicks, at.UtcTicks);
        lock (_writing)
        {
            var kept = _entries.RemoveAll(other => other.Message == entry.Message).Add(entry);
            Volatile.Write(ref _entries, kept.Count > MaxEntries ? kept.RemoveRange(0, kept.Count - MaxEntries) : kept);
        }
    }
}
