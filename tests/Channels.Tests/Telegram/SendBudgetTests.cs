using Outreach.Channels.Telegram;
using Outreach.Testing;

namespace Outreach.Channels.Tests.Telegram;

public sealed class SendBudgetTests
{
    private readonly HandMovedClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 40)]
    [InlineData(25, 40)]
    [InlineData(30, 0)]
    [InlineData(30, 5)]
    [InlineData(30, 40)]
    [InlineData(1000, 0)]
    [InlineData(1000, 20)]
    public void No_sliding_second_holds_more_than_the_limit_however_late_the_timers_wake(int perSecond, int lateMs)
    {
        using var budget = new SendBudget(perSecond, new LateTimers(_clock, lateMs));

        var times = Run(budget, perSecond * 3, TimeSpan.FromSeconds(30));

        var most = times.Select((t, i) => times.Skip(i).TakeWhile(u => u - t < TimeSpan.FromSeconds(1)).Count()).Max();
        Assert.True(most <= perSecond, $"{most} in a second");
        Assert.Equal(perSecond * 3, times.Count);
    }

    [Theory]
    [InlineData(25, 0)]
    [InlineData(30, 5)]
    [InlineData(1000, 5)]
    public void Nearly_the_whole_limit_is_used_while_timers_wake_nearly_in_time(int perSecond, int lateMs)
    {
        using var budget = new SendBudget(perSecond, new LateTimers(_clock, lateMs));

        var times = Run(budget, perSecond * 11, TimeSpan.FromSeconds(10));

        Assert.InRange(times.Count, perSecond * 10 * 0.97, perSecond * 10);
    }

    [Fact]
    public void Missed_slots_are_not_caught_up()
    {
        using var budget = new SendBudget(10, _clock);
        budget.WaitAsync(0, SendPriority.Reply, Cancel);
        _clock.Advance(TimeSpan.FromSeconds(30));

        var waiting = Enumerable.Range(1, 20).Select(i => budget.WaitAsync(i, SendPriority.Broadcast, Cancel)).ToList();

        Assert.Equal(1, waiting.Count(t => t.IsCompleted));
    }

    [Fact]
    public async Task Nobody_waits_through_a_silence_with_one_of_many_in_hand_and_a_reply_goes_first_after_it()
    {
        using var budget = new SendBudget(10, _clock);
        await budget.WaitAsync(1, SendPriority.Reply, Cancel);
        var waiting = budget.TryWaitAsync(2, Cancel);
        var reply = budget.WaitAsync(3, SendPriority.Reply, Cancel);

        budget.StopFor(TimeSpan.FromSeconds(30));
        var late = budget.TryWaitAsync(4, Cancel);
        var open = budget.WhenOpenAsync(Cancel);
        _clock.Advance(TimeSpan.FromSeconds(29.9));

        Assert.False(await waiting);
        Assert.False(await late);
        Assert.False(reply.IsCompleted || open.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        await Task.WhenAll(reply, open);
        Assert.Equal(TimeSpan.Zero, budget.Silence);
    }

    [Fact]
    public void A_reply_takes_the_next_slot_before_every_broadcast()
    {
        using var budget = new SendBudget(10, _clock);
        var broadcasts = Enumerable.Range(0, 50).Select(i => budget.WaitAsync(i, SendPriority.Broadcast, Cancel)).ToList();
        _clock.Advance(TimeSpan.FromSeconds(1));
        var before = broadcasts.Count(t => t.IsCompleted);

        var reply = budget.WaitAsync(99, SendPriority.Reply, Cancel);
        _clock.Advance(TimeSpan.FromMilliseconds(103));

        Assert.True(reply.IsCompleted);
        Assert.Equal(before, broadcasts.Count(t => t.IsCompleted));
    }

    [Fact]
    public void What_Telegram_asks_for_is_waited_to_the_millisecond_by_all()
    {
        using var budget = new SendBudget(1000, _clock);
        budget.StopFor(TimeSpan.FromSeconds(7));
        Task[] waiting = [budget.WaitAsync(2, SendPriority.Reply, Cancel), budget.WaitAsync(3, SendPriority.Broadcast, Cancel)];

        _clock.Advance(TimeSpan.FromMilliseconds(6999));
        var early = waiting.Count(t => t.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal((0, 2), (early, waiting.Count(t => t.IsCompleted)));
    }

    [Fact]
    public async Task One_chat_gets_three_at_once_and_then_one_a_second_while_others_pass()
    {
        using var budget = new SendBudget(1000, _clock);
        var same = Enumerable.Range(0, 5).Select(_ => budget.WaitAsync(7, SendPriority.Reply, Cancel)).ToList();
        var other = budget.WaitAsync(8, SendPriority.Reply, Cancel);

        _clock.Advance(TimeSpan.FromMilliseconds(999));
        await Task.WhenAll([.. same.Take(3), other]);
        var early = same[3].IsCompleted;
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await same[3];
        var fifthEarly = same[4].IsCompleted;
        _clock.Advance(TimeSpan.FromSeconds(1));
        await same[4];

        Assert.False(early || fifthEarly);
    }

    [Fact]
    public void A_group_gets_no_more_than_twenty_in_a_minute()
    {
        var paces = new ChatPaces();

        var waits = Enumerable.Range(0, 60).Select(_ => paces.Take(-100, TimeSpan.Zero)).ToList();

        Assert.InRange(waits.Select((w, i) => waits.Skip(i).TakeWhile(v => v - w < TimeSpan.FromMinutes(1)).Count()).Max(), 17, 20);
    }

    [Fact]
    public async Task Who_stops_waiting_takes_no_slot()
    {
        using var budget = new SendBudget(1, _clock);
        await budget.WaitAsync(1, SendPriority.Reply, Cancel);
        using var gone = new CancellationTokenSource();
        var waiting = budget.WaitAsync(2, SendPriority.Reply, gone.Token);
        var last = budget.WaitAsync(3, SendPriority.Reply, Cancel);

        await gone.CancelAsync();
        _clock.Advance(TimeSpan.FromSeconds(1.1));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.True(last.IsCompleted);
    }

    /// <summary>Lets so many broadcasts wait and moves the clock on; the moments at which each was let go.</summary>
    private List<TimeSpan> Run(SendBudget budget, int messages, TimeSpan atMost)
    {
        var start = _clock.GetUtcNow();
        var waiting = new Queue<Task>(Enumerable.Range(0, messages).Select(i => budget.WaitAsync(i, SendPriority.Broadcast, Cancel)));
        var times = new List<TimeSpan>();
        while (waiting.Count > 0 && _clock.GetUtcNow() - start < atMost)
        {
            while (waiting.TryPeek(out var first) && first.IsCompleted)
            {
                waiting.Dequeue();
                times.Add(_clock.GetUtcNow() - start);
            }

            _clock.Advance(_clock.UntilNextTimer ?? TimeSpan.Zero);
        }

        while (waiting.TryDequeue(out var task) && task.IsCompleted)
        {
            times.Add(_clock.GetUtcNow() - start);
        }

        return times;
    }
}
