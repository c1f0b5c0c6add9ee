namespace Outreach.Storage.Campaigns;

/// <summary>A lease that is ours.</summary>
/// <param name="Silence">So long the channel still wants to hear nothing, whoever it told; zero when it does not ask for it.</param>
public readonly record struct TakenLease(long Fence, TimeSpan Silence);
