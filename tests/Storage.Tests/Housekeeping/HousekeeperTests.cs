using System.Reflection;
using Microsoft.Extensions.Logging.Abstractions;
using Outreach.Storage.DeadLetters;
using Outreach.Storage.Housekeeping;
using Outreach.Storage.Subscribers;
using Outreach.Storage.Turns;
using Outreach.Testing;

namespace Outreach.Storage.Tests.Housekeeping;

public sealed class HousekeeperTests
{
    [Fact]
    public async Task A_round_that_fails_for_whatever_reason_is_followed_by_the_next()
    {
        var token = TestContext.Current.CancellationToken;
        var clock = new HandMovedClock();
        await using var host = await StorageHost.OpenInMemoryAsync(clock);
        var turns = DispatchProxy.Create<ITurnStore, FailingOnce>();
        using var housekeeper = new Housekeeper(
            turns, host.Get<SubscriberStore>(), host.Get<DeadLetterStore>(), host.Get<UnansweredInbox>(), clock, NullLogger<Housekeeper>.Instance);
        await housekeeper.StartAsync(token);
        await clock.WaitForTimerWithinAsync(Housekeeper.Every, token);

        clock.Advance(Housekeeper.Every);
        await ((FailingOnce)(object)turns).First.Task.WaitAsync(token);
        await clock.MoveUntilDoneAsync(((FailingOnce)(object)turns).Second.Task, TimeSpan.FromHours(3), token);

        Assert.False(housekeeper.ExecuteTask!.IsCompleted);
        await housekeeper.StopAsync(token);
    }

    /// <summary>A store whose first pruning fails as no store should.</summary>
    public class FailingOnce : DispatchProxy
    {
        private int _rounds;

        public TaskCompletionSource First { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public TaskCompletionSource<bool> Second { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (++_rounds == 1)
            {
                First.SetResult();
                throw new InvalidOperationException("a fault of ours");
            }

            Second.TrySetResult(true);
            return Task.CompletedTask;
        }
    }
}
