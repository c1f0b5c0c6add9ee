namespace Outreach.Benchmarks.Peers;

/// <summary>What every search is given: the same documents, and the same questions in the same order.</summary>
internal sealed record PeerTask(IReadOnlyList<PeerDocument> Documents, IReadOnlyList<string> Questions);
