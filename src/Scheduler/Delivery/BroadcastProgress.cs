namespace Outreach.Scheduler.Delivery;

/// <summary>How fast a broadcast goes that this process sends.</summary>
/// <param name="RateNow">Outcomes a second, over the last five seconds.</param>
/// <param name="RateNet">Outcomes a second since this process began with it, with every wait.</param>
/// <param name="Since">When this process began with it.</param>
public sealed record BroadcastProgress(Guid BroadcastId, double RateNow, double RateNet, DateTimeOffset Since);
