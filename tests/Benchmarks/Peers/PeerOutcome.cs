namespace Outreach.Benchmarks.Peers;

/// <summary>What came of asking one search everything.</summary>
internal abstract record PeerOutcome
{
    private PeerOutcome()
    {
    }

    public required string Name { get; init; }

    /// <param name="BuildMs">From the documents in memory to the finished index.</param>
    /// <param name="MemoryMb">Growth of the resident memory of its process, from before the documents were read until after the last question.</param>
    /// <param name="Answers">One for each question, in their order.</param>
    public sealed record Ran(double BuildMs, double MemoryMb, IReadOnlyList<PeerAnswer> Answers) : PeerOutcome;

    /// <param name="Why">What is missing, and how to get it.</param>
    public sealed record NotRun(string Why) : PeerOutcome;
}
