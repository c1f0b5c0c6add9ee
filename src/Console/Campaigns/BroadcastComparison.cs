using Outreach.Content;
using Outreach.Scheduler.Campaigns;
using Outreach.Storage.Campaigns;

namespace Outreach.Staff.Campaigns;

/// <summary>Broadcasts that are over, side by side.</summary>
internal sealed class BroadcastComparison(CampaignShelf shelf, BroadcastResults results)
{
    public const int Least = 2;

    /// <summary>More cannot be told apart on one chart.</summary>
    public const int Most = 6;

    private const int MaxListed = 100;

    /// <summary>What can be compared: began and over, the latest first.</summary>
    public async Task<IReadOnlyList<(string Title, Broadcast Broadcast)>> ListAsync(CancellationToken cancellationToken) =>
    [
        .. (await shelf.ListAsync(cancellationToken))
            .SelectMany(standing => standing.Broadcasts.Select(broadcast => (standing.Campaign.Title, Broadcast: broadcast)))
            .Where(each => each.Broadcast is { StartedAt: not null, State: BroadcastState.Done or BroadcastState.Cancelled })
            .OrderByDescending(each => each.Broadcast.StartedAt).ThenBy(each => each.Broadcast.Id).Take(MaxListed),
    ];

    public async Task<ComparedBroadcast> ReadAsync(string title, Broadcast broadcast, CancellationToken cancellationToken)
    {
        var came = await results.ReadAsync(broadcast, cancellationToken);
        var message = CampaignPlan.FromJson(broadcast.Plan).MessageOf(null);
        return new ComparedBroadcast
        {
            Id = broadcast.Id,
            Title = title,
            At = broadcast.StartedAt!.Value,
            Meant = came.States.Sum(state => state.Count),
            Sent = came.States.Where(state => state.State == DeliveryState.Sent).Sum(state => state.Count),
            Blocked = came.Causes.Where(cause => cause.Cause == DeliveryCause.Blocked).Sum(cause => cause.Count),
            Left = came.Left + came.Blocked,
            Taps = message.Buttons.Count == 0 ? null : came.Taps.Sum(tap => tap.Count),
            Quiz = message.In(Languages.Vietnamese).Quiz is null ? null : (came.Choices.Where(choice => choice.IsRight).Sum(choice => choice.Count), came.Choices.Sum(choice => choice.Count)),
        };
    }
}
