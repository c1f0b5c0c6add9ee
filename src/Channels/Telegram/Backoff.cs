namespace Outreach.Channels.Telegram;

/// <summary>How long to wait after each failure in a row: 1 s, 2 s, 4 s … 60 s, less up to a half by chance so that many do not come back at once.</summary>
internal sealed class Backoff
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private int _failures;

    public void Reset() => _failures = 0;

    /// <param name="atLeast">What the other side asked for.</param>
    public TimeSpan Next(TimeSpan? atLeast = null)
    {
        var full = Math.Min(Longest.TotalSeconds, Math.Pow(2, Math.Min(_failures++, 10)));
#pragma warning disable CA5394 // Chance, not secrecy.
        var wait = TimeSpan.FromSeconds(full * (1 - (Random.Shared.NextDouble() / 2)));
#pragma warning restore CA5394
        return atLeast > wait ? atLeast.Value : wait;
    }
}
