namespace Outreach.Content.Search.Evaluations;

/// <summary>How well a set of labelled questions was understood. Shares are from 0 to 1; null where there was nothing to count.</summary>
public sealed record EvaluationSummary
{
    /// <summary>Questions whose answer is in the content: those the accuracy is of.</summary>
    public required int N { get; init; }

    /// <summary>Questions left out because the content has no answer to them.</summary>
    public required int Uncovered { get; init; }

    /// <summary>The first answer shown was right.</summary>
    public required double? Top1 { get; init; }

    /// <summary>One of the first three answers shown was right.</summary>
    public required double? Top3 { get; init; }

    public required double? Mrr { get; init; }

    /// <summary>Share of messages about other things that were answered as if known.</summary>
    public required double? OutOfScopeAnswered { get; init; }

    /// <summary>Share of messages of people in danger that were met with help, of whatever kind.</summary>
    public required double? CrisisRecall { get; init; }

    /// <summary>Share of all other messages that were taken for a crisis.</summary>
    public required double? CrisisFalse { get; init; }

    public required IReadOnlyDictionary<string, StyleSummary> Styles { get; init; }
    public required double BuildMs { get; init; }
    public required double P50Ms { get; init; }
    public required double P99Ms { get; init; }

    /// <summary>Working set of the whole process.</summary>
    public required double MemoryMb { get; init; }
}

/// <summary>The same for one style of writing.</summary>
public sealed record StyleSummary(int N, double Top1, double Top3);
