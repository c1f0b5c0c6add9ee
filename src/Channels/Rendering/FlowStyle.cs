namespace Outreach.Channels.Rendering;

/// <summary>What a channel can show, as far as it decides which characters are visible.</summary>
internal sealed record FlowStyle
{
    /// <summary>Bold, code, links under a text, quotes; otherwise all of it becomes plain characters.</summary>
    public required bool Marks { get; init; }

    /// <summary>A padded table may be this many columns wide; wider ones are told as "header: cell" lines. 0: always told.</summary>
    public required int TableColumns { get; init; }

    /// <summary>Telegram's HTML. Its phones show about 34 columns of fixed width.</summary>
    public static FlowStyle Telegram { get; } = new() { Marks = true, TableColumns = 34 };

    /// <summary>No markup at all: a terminal, a spoken text, later Zalo and Messenger.</summary>
    public static FlowStyle Plain { get; } = new() { Marks = false, TableColumns = 0 };
}
