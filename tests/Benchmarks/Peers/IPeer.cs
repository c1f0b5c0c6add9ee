namespace Outreach.Benchmarks.Peers;

/// <summary>A search to compare.</summary>
internal interface IPeer
{
    Task<PeerOutcome> RunAsync(PeerTask task, CancellationToken cancellationToken);
}
