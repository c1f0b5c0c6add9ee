using Outreach.Channels;

namespace Outreach.Bot.Turns;

/// <summary>How often and how late a reply is tried again. Pure.</summary>
internal static class RetryRule
{
    /// <summary>After this nobody waits for the reply any more.</summary>
    public static TimeSpan GiveUpAfter { get; } = TimeSpan.FromHours(1);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>How long to wait before the next try, or null to give up.</summary>
    /// <param name="attempt">How many tries there were, from 1.</param>
    /// <param name="age">Since the turn was handled.</param>
    public static TimeSpan? Next(SendOutcome.Retry outcome, int attempt, TimeSpan age)
    {
        // The channel's own wait is obeyed to the letter; ours doubles from one second.
        var wait = outcome.After ?? TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, Math.Pow(2, Math.Min(attempt, 16) - 1)));
        return age + wait > GiveUpAfter ? null : wait;
    }
}
