using Outreach.Bot.Turns;
using Outreach.Channels;

namespace Outreach.Bot.Tests.Turns;

public sealed class RetryRuleTests
{
    private static readonly SendOutcome.Retry NoWait = new(SendFailure.Unreachable, null);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 16)]
    [InlineData(7, 60)]
    [InlineData(1000, 60)]
    public void Our_own_wait_doubles_up_to_a_minute(int attempt, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryRule.Next(NoWait, attempt, TimeSpan.Zero));

    [Fact]
    public void The_channels_own_wait_is_obeyed_to_the_letter() =>
        Assert.Equal(TimeSpan.FromSeconds(613), RetryRule.Next(new SendOutcome.Retry(SendFailure.TooMany, TimeSpan.FromSeconds(613)), 1, TimeSpan.Zero));

    [Fact]
    public void After_an_hour_nobody_waits_any_more() =>
        Assert.Null(RetryRule.Next(NoWait, 3, TimeSpan.FromHours(1)));
}
