using Outreach.Scheduler.Delivery;
using Outreach.Storage.Campaigns;

namespace Outreach.Scheduler.Tests.Delivery;

public sealed class DeliveryQueueTests
{
    private readonly DeliveryQueue _queue = new(concurrency: 64, TimeProvider.System);

    [Fact]
    public void Tells_that_half_of_the_room_is_free()
    {
        Assert.Equal(256, _queue.Room);
        Add(256);
        var hungry = _queue.WhenHungry();

        Take(127);
        Assert.False(hungry.IsCompleted);

        Take(1);
        Assert.True(hungry.IsCompleted);
    }

    [Fact]
    public void Tells_it_again_to_who_asks_again_though_workers_took_while_more_was_added()
    {
        Add(128);
        Take(1); // told, in the middle of adding
        Add(128);
        var hungry = _queue.WhenHungry();
        Assert.False(hungry.IsCompleted);

        Take(127);

        Assert.True(hungry.IsCompleted, "Nobody hears that the queue runs empty: the sender stands still until its next look.");
    }

    [Fact]
    public async Task Tells_that_a_worker_waits_and_gives_it_the_next()
    {
        var hungry = _queue.WhenHungry();
        Assert.False(_queue.TryTake(out _));
        Assert.False(hungry.IsCompleted);

        var next = _queue.TakeAsync(TestContext.Current.CancellationToken);
        Assert.True(hungry.IsCompleted);

        Add(1);
        await next;
    }

    [Fact]
    public void Is_empty_only_when_the_workers_are_done()
    {
        Add(1);
        Take(1);
        Assert.False(_queue.IsEmpty);

        _queue.Finish();
        Assert.True(_queue.IsEmpty);
    }

    private void Add(int count) => _queue.Add([.. Enumerable.Range(0, count).Select(_ => Reserved())]);

    private void Take(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Assert.True(_queue.TryTake(out _));
        }
    }

    private static ReservedDelivery Reserved() => new() { Key = new DeliveryKey(Guid.Empty, Guid.NewGuid()), Language = "vi", Attempts = 0 };
}
