using System.Collections.Concurrent;
using Outreach.Channels;

namespace Outreach.Bot.Help;

/// <summary>Takes what was said while asking for help out of the chat again. What a channel does not delete at once is tried until its limit, as long as this process lives; nothing of it is stored.</summary>
internal sealed class Discretion(IEnumerable<IChannelSender> senders, TimeProvider time) : IAsyncDisposable
{
    /// <summary>So long somebody waits for the word whether it worked.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(30);

    private readonly Dictionary<string, IChannelSender> _senders = senders.ToDictionary(sender => sender.Channel, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Task, bool> _running = new();
    private readonly CancellationTokenSource _stopping = new();

    /// <returns>True = gone; false = not yet, or never; null = there was nothing, or this channel cannot.</returns>
    public async Task<bool?> DeleteAsync(ChannelAddress address, IReadOnlyList<string> messages, CancellationToken cancellationToken)
    {
        if (messages.Count == 0 || !_senders.TryGetValue(address.Channel, out var sender) || sender.DeletableFor == TimeSpan.Zero)
        {
            return null;
        }

        var first = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = UntilGoneAsync(sender, address, messages, first);
        _running.TryAdd(running, true);
        _ = running.ContinueWith(done => _running.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        try
        {
            return await first.Task.WaitAsync(Patience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_running.Keys);
    }

    private async Task UntilGoneAsync(IChannelSender sender, ChannelAddress address, IReadOnlyList<string> messages, TaskCompletionSource<bool> first)
    {
        var until = time.GetUtcNow() + sender.DeletableFor;
        var pause = FirstPause;
        try
        {
            while (true)
            {
                var outcome = await sender.DeleteAsync(address, messages, _stopping.Token);
                first.TrySetResult(outcome is DeleteOutcome.Gone);
                if (outcome is not DeleteOutcome.Retry retry || time.GetUtcNow() + pause >= until)
                {
                    return;
                }

                await Task.Delay(retry.After ?? pause, time, _stopping.Token);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
        catch (OperationCanceledException)
        {
            first.TrySetResult(false); // stopping: who asked was told to delete it themselves
        }
    }
}
