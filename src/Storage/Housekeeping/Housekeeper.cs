using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Outreach.Storage.DeadLetters;
using Outreach.Storage.Subscribers;
using Outreach.Storage.Turns;

namespace Outreach.Storage.Housekeeping;

/// <summary>Deletes what has served its time, each hour.</summary>
internal sealed class Housekeeper(
    ITurnStore turns, SubscriberStore subscribers, DeadLetterStore deadLetters, UnansweredInbox unanswered, TimeProvider time, ILogger<Housekeeper> log)
    : BackgroundService
{
    internal static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>One round.</summary>
    internal async Task CleanAsync(CancellationToken cancellationToken)
    {
        await turns.PruneAsync(cancellationToken);
        await deadLetters.PruneAsync(cancellationToken);
        await subscribers.PruneAsync(cancellationToken);
        await unanswered.PruneAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var bell = new PeriodicTimer(Every, time);
        while (await bell.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CleanAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The edge: the round comes again, and people's turns must not end with it.
                HousekeeperLog.Postponed(log, fault.GetType().Name, Every);
            }
        }
    }
}
