using System.Net;
using Outreach.Staff.Accounts;
using Outreach.Testing;

namespace Outreach.Staff.Tests.Accounts;

public sealed class SignInLimitsTests
{
    private readonly HandMovedClock _clock = new(new DateTimeOffset(2026, 11, 21, 2, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Each_failure_after_the_fifth_doubles_the_wait_up_to_a_quarter_of_an_hour()
    {
        var limits = new SignInLimits(_clock);
        var waits = new List<double>();
        for (var i = 0; i < 16; i++)
        {
            if (limits.Begin("LAN", IPAddress.Parse($"10.0.0.{i}")) is { } wait)
            {
                waits.Add(wait.TotalSeconds);
                _clock.Advance(wait);
                limits.Begin("LAN", IPAddress.Parse($"10.0.1.{i}"));
            }
        }

        Assert.Equal([15, 30, 60, 120, 240, 480, 900, 900], waits.Take(8));
    }

    [Fact]
    public void One_address_cannot_try_many_names()
    {
        var limits = new SignInLimits(_clock);
        var tried = Enumerable.Range(0, 100).TakeWhile(i => limits.Begin($"NAME{i}", IPAddress.Parse("2001:db8::" + (i + 1))) is null).Count();

        Assert.Equal(30, tried);
        Assert.Null(limits.Begin("OTHER", IPAddress.Parse("2001:db8:0:1::1")));
    }

    [Fact]
    public void Being_right_frees_the_name()
    {
        var limits = new SignInLimits(_clock);
        for (var i = 0; i < 40; i++)
        {
            Assert.Null(limits.Begin("LAN", IPAddress.Loopback));
            limits.Forgive("LAN", IPAddress.Loopback);
        }
    }
}
