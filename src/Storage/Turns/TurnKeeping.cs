namespace Outreach.Storage.Turns;

/// <summary>How long what a turn wrote is kept.</summary>
internal static class TurnKeeping
{
    /// <summary>Telegram keeps an update for 24 hours; the rest is for a channel whose clock is wrong.</summary>
    public static readonly TimeSpan Seen = TimeSpan.FromDays(3);

    /// <summary>A reply that could not be sent for so long answers a question nobody remembers.</summary>
    public static readonly TimeSpan Replies = TimeSpan.FromDays(3);
}
