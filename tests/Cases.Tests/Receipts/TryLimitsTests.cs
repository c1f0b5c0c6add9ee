using Outreach.Cases.Receipts;
using Outreach.Testing;

namespace Outreach.Cases.Tests.Receipts;

public sealed class TryLimitsTests
{
    private readonly HandMovedClock _clock = new();

    [Fact]
    public void A_hundred_thousand_tries_from_one_place_are_five_in_ten_minutes()
    {
        var limits = new TryLimits(_clock);
        var taken = 0;

        for (var i = 0; i < 100_000; i++)
        {
            taken += limits.Take("one") is null ? 1 : 0;
            _clock.Advance(TimeSpan.FromMilliseconds(6));
        }

        Assert.Equal(5, taken);
    }

    [Fact]
    public void A_right_code_gives_its_try_back()
    {
        var limits = new TryLimits(_clock);

        for (var i = 0; i < 50; i++)
        {
            Assert.Null(limits.Take("one"));
            limits.GiveBack("one");
        }
    }

    [Fact]
    public void Few_wrong_tries_cost_nobody_a_wait()
    {
        var limits = new TryLimits(_clock);

        var waits = Enumerable.Range(0, TryLimits.FreeForAll).Select(_ => limits.PaceOfAll());

        Assert.All(waits, wait => Assert.Equal(TimeSpan.Zero, wait));
    }

    [Fact]
    public void Many_from_many_places_wait_longer_and_longer_and_none_for_ever()
    {
        var limits = new TryLimits(_clock);

        var waits = Enumerable.Range(0, 100_000).Select(_ => limits.PaceOfAll()).ToList();

        Assert.Equal(waits.Order(), waits);
        Assert.Equal(TryLimits.LongestWait, waits[^1]);
    }

    [Fact]
    public void The_wait_of_all_is_forgotten_once_the_flood_is_over()
    {
        var limits = new TryLimits(_clock);
        for (var i = 0; i < 60; i++)
        {
            limits.PaceOfAll();
        }

        _clock.Advance(TryLimits.ForgetsOneIn * 60);

        Assert.Equal(TimeSpan.Zero, limits.PaceOfAll());
    }

    [Fact]
    public void A_flood_of_places_does_not_fill_the_memory_and_stops_nobody()
    {
        var limits = new TryLimits(_clock);

        for (var i = 0; i < 250_000; i++)
        {
            Assert.Null(limits.Take($"place {i}"));
        }
    }
}
