namespace Outreach.Bot.Turns;

/// <summary>At a stop, lets the replies that are on their way arrive; what waits for a slow channel stays in the outbox for the next start.</summary>
internal sealed class ReplyDrain(ReplyDispatcher dispatcher, TimeProvider time) : IHostedService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await dispatcher.WhenIdleAsync().WaitAsync(Patience, time, cancellationToken);
        }
        catch (Exception fault) when (fault is TimeoutException or OperationCanceledException)
        {
            // They are stored.
        }
    }
}
