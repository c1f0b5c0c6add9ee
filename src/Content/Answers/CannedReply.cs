using Outreach.Content.Blocks;

namespace Outreach.Content.Answers;

/// <summary>A reply that staff put into their own by a few letters, and then change as the case needs.</summary>
public sealed record CannedReply
{
    public required string Id { get; init; }

    /// <summary>What staff find it by.</summary>
    public required string Title { get; init; }

    /// <summary>Resolve it before it is shown: it may hold figures and numbers to call.</summary>
    public required IReadOnlyList<Block> Text { get; init; }
}
