namespace Outreach.Storage.Campaigns;

/// <summary>What one worker asks of the next group commit.</summary>
internal sealed record DeliveryWork(string Channel, long Fence, DeliverySettlement? Before, DeliveryKey? Next);
