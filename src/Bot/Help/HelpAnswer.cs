using Outreach.Channels;

namespace Outreach.Bot.Help;

/// <summary>What help says to a turn.</summary>
/// <param name="Replies">In order.</param>
/// <param name="IsOurs">Nothing else answers it and nothing of it is written; otherwise the turn goes its ordinary way, and the replies come after it.</param>
internal sealed record HelpAnswer(IReadOnlyList<Reply> Replies, bool IsOurs = true)
{
    public static HelpAnswer NotOurs { get; } = new([], IsOurs: false);

    /// <summary>The draft that hears what becomes of the sending; null when none does.</summary>
    public Guid? Draft { get; init; }

    /// <summary>It shows the code before sending, or says what became of the request: the turn waits a little for its arrival.</summary>
    public bool MustArrive { get; init; }
}
