namespace Outreach.Benchmarks.Peers;

internal readonly record struct PeerHit(string Id, double Score);
