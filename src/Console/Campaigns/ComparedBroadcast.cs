using Outreach.Staff.Figures;

namespace Outreach.Staff.Campaigns;

/// <summary>One broadcast beside others: what came of it, each figure of a hundred.</summary>
internal sealed record ComparedBroadcast
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Whom it was meant for.</summary>
    public required long Meant { get; init; }

    public required long Sent { get; init; }

    /// <summary>Had blocked us, or left, when their turn came.</summary>
    public required long Blocked { get; init; }

    /// <summary>Asked for no more, blocked us or left within three days of it.</summary>
    public required long Left { get; init; }

    /// <summary>Null = it has no buttons.</summary>
    public long? Taps { get; init; }

    /// <summary>Right answers and all answers to its quiz; null = it has none.</summary>
    public (long Right, long All)? Quiz { get; init; }

    /// <summary>The figures of <see cref="Compared"/>, in its order.</summary>
    public IReadOnlyList<Figure> Figures =>
    [
        Figure.Of(Sent, Meant),
        Figure.Of(Blocked, Meant),
        Figure.Of(Left, Sent),
        Taps is { } taps ? Figure.Of(taps, Sent) : new Figure.NotAsked(),
        Quiz is var (right, all) ? Figure.Of(right, all) : new Figure.NotAsked(),
    ];

    /// <summary>What is compared, as the phrases name it.</summary>
    public static IReadOnlyList<string> Compared { get; } = ["sent", "blocked", "left", "taps", "quiz"];

    /// <summary>A figure as it may be shown.</summary>
    internal abstract record Figure
    {
        private Figure() { }

        public static Figure Of(long part, long whole) => whole == 0 ? new Nothing()
            : part is > 0 and < SmallCells.Least || whole < SmallCells.Least ? new Few()
            : new Known(part * 100.0 / whole);

        /// <summary>So many of a hundred; buttons can be pressed more often than that.</summary>
        public sealed record Known(double PerHundred) : Figure;

        /// <summary>So few people that somebody could be recognised.</summary>
        public sealed record Few : Figure;

        /// <summary>There is nothing to count it from.</summary>
        public sealed record Nothing : Figure;

        /// <summary>The message has no such thing.</summary>
        public sealed record NotAsked : Figure;
    }
}
