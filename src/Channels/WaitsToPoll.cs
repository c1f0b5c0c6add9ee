namespace Outreach.Channels;

/// <summary>Waits until this node is the one that asks a channel for its updates: two would take them from each other. Bot fills it.</summary>
/// <returns>True when another node may have read since this one did last.</returns>
public delegate Task<bool> WaitsToPoll(string channel, CancellationToken cancellationToken);
