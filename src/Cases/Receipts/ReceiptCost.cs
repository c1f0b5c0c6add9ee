namespace Outreach.Cases.Receipts;

/// <summary>What a try of a code costs, and how many may wait.</summary>
internal sealed record ReceiptCost
{
    /// <summary>Rounds of PBKDF2: about 0.4 s on one core of the machine this was built on.</summary>
    public int Iterations { get; init; } = 600_000;

    /// <summary>Hashes at once: all cores but one, which stays with everybody else.</summary>
    public int Workers { get; init; } = Math.Max(1, Environment.ProcessorCount - 1);

    /// <summary>Requests to be saved that may wait, and beside them tries of codes: half a minute's work of one core.</summary>
    public int Waiting { get; init; } = 64;
}
