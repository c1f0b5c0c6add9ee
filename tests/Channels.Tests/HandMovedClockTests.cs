using Outreach.Testing;

namespace Outreach.Channels.Tests;

public sealed class HandMovedClockTests
{
    [Fact]
    public async Task A_delay_ends_when_the_clock_is_moved_past_it_and_not_before()
    {
        var clock = new HandMovedClock();
        var delay = Task.Delay(TimeSpan.FromSeconds(10), clock, TestContext.Current.CancellationToken);

        clock.Advance(TimeSpan.FromSeconds(9));
        var before = delay.IsCompleted;
        clock.Advance(TimeSpan.FromSeconds(1));
        await delay;

        Assert.False(before);
    }

    [Fact]
    public void Timers_go_off_in_order_each_at_its_own_moment()
    {
        var clock = new HandMovedClock();
        var start = clock.GetUtcNow();
        var heard = new List<(string Name, double At)>();
        using var second = clock.CreateTimer(_ => heard.Add(("once", (clock.GetUtcNow() - start).TotalSeconds)), null, TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
        using var first = clock.CreateTimer(_ => heard.Add(("every", (clock.GetUtcNow() - start).TotalSeconds)), null, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3));

        clock.Advance(TimeSpan.FromSeconds(7));

        Assert.Equal([("every", 3.0), ("once", 5.0), ("every", 6.0)], heard);
        Assert.Equal(TimeSpan.FromSeconds(2), clock.UntilNextTimer);
    }
}
