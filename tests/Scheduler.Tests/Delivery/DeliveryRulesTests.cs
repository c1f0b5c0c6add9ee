using Outreach.Channels;
using Outreach.Scheduler.Delivery;
using Outreach.Storage.Campaigns;

namespace Outreach.Scheduler.Tests.Delivery;

public sealed class DeliveryRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 9, 2, 0, 0, TimeSpan.Zero);

    private static DeliveryDecision After(SendOutcome outcome, int attempts = 0, bool listsDoubts = false, double chance = 0) =>
        DeliveryRules.After(outcome, attempts, listsDoubts, Now, chance);

    private static SendOutcome.Retry Retry(SendFailure failure, int? seconds = null) =>
        new(failure, seconds is { } named ? TimeSpan.FromSeconds(named) : null);

    [Fact]
    public void A_silence_the_channel_asks_for_is_kept_to_the_letter_however_often()
    {
        var decision = After(Retry(SendFailure.TooMany, 41), attempts: 500);

        Assert.Equal(new DeliveryDecision(DeliveryState.Pending, DeliveryCause.TooMany, Now.AddSeconds(41)), decision);
    }

    [Theory]
    [InlineData(SendFailure.ChannelFault, DeliveryCause.ChannelFault)]
    [InlineData(SendFailure.Unreachable, DeliveryCause.Unreachable)]
    public void What_may_pass_is_tried_again_later_and_later_and_fails_in_the_end(SendFailure failure, DeliveryCause cause)
    {
        var tries = Enumerable.Range(0, DeliveryRules.MaxTries).Select(attempts => After(Retry(failure), attempts)).ToList();

        Assert.All(tries.SkipLast(1), decision => Assert.Equal(DeliveryState.Pending, decision.State));
        Assert.Equal(tries.SkipLast(1).Select(decision => decision.NotBefore).Order(), tries.SkipLast(1).Select(decision => decision.NotBefore));
        Assert.Equal(new DeliveryDecision(DeliveryState.Failed, cause), tries[^1]);
    }

    [Fact]
    public void What_failed_together_does_not_come_back_together()
    {
        var (soonest, latest) = (After(Retry(SendFailure.ChannelFault), 3, chance: 0.999), After(Retry(SendFailure.ChannelFault), 3, chance: 0));

        Assert.True(latest.NotBefore - soonest.NotBefore > TimeSpan.FromSeconds(15));
    }

    [Fact]
    public void A_wait_the_channel_names_is_never_cut_short() =>
        Assert.Equal(Now.AddSeconds(900), After(Retry(SendFailure.ChannelFault, 900)).NotBefore);

    [Theory]
    [InlineData(false, 0, DeliveryState.Pending)]
    [InlineData(true, 0, DeliveryState.InDoubt)]
    [InlineData(false, DeliveryRules.MaxTries - 1, DeliveryState.InDoubt)]
    public void An_unanswered_call_is_a_doubt(bool listsDoubts, int attempts, DeliveryState state)
    {
        var decision = After(Retry(SendFailure.Unanswered), attempts, listsDoubts);

        Assert.Equal((state, DeliveryCause.Unanswered, true), (decision.State, decision.Cause, decision.IsDoubt));
    }

    [Fact]
    public void A_refused_token_pauses_and_leaves_the_person_to_be_tried_again()
    {
        var decision = After(new SendOutcome.Refused(SendFailure.Unauthorized));

        Assert.Equal(new DeliveryDecision(DeliveryState.Pending, DeliveryCause.Unauthorized) { Pauses = PauseReason.TokenRefused }, decision);
    }

    [Fact]
    public void Content_that_nobody_can_be_sent_pauses() =>
        Assert.Equal(new DeliveryDecision(DeliveryState.Failed, DeliveryCause.BadContent) { Pauses = PauseReason.BadContent }, After(new SendOutcome.Refused(SendFailure.BadContent)));

    [Fact]
    public void Who_blocked_us_is_stopped_and_who_is_nowhere_fails_alone()
    {
        Assert.Equal(new DeliveryDecision(DeliveryState.Stopped, DeliveryCause.Blocked), After(new SendOutcome.Stopped()));
        Assert.Equal(new DeliveryDecision(DeliveryState.Failed, DeliveryCause.UnknownAddress), After(new SendOutcome.Refused(SendFailure.UnknownAddress)));
        Assert.Equal(new DeliveryDecision(DeliveryState.Failed, DeliveryCause.UnknownAddress), After(new SendOutcome.Moved(new ChannelAddress("telegram", "1"))));
    }

    [Theory]
    [InlineData(DeliveryState.Failed, DeliveryCause.ChannelFault, 20)]
    [InlineData(DeliveryState.Stopped, DeliveryCause.Blocked, 40)]
    [InlineData(DeliveryState.Failed, DeliveryCause.UnknownAddress, 40)]
    public void A_broadcast_of_which_too_much_fails_stands_still(DeliveryState state, DeliveryCause cause, int limit)
    {
        var watch = new FailureWatch();

        var seen = Enumerable.Range(1, limit).Select(_ => watch.Note(new DeliveryDecision(state, cause))).ToList();

        Assert.Equal(limit - 1, seen.IndexOf(true));
    }

    [Fact]
    public void Failures_far_apart_stop_nothing()
    {
        var watch = new FailureWatch();

        var seen = Enumerable.Range(0, 1000).Select(i => watch.Note(i % 3 == 0 ? new DeliveryDecision(DeliveryState.Failed, DeliveryCause.ChannelFault) : new DeliveryDecision(DeliveryState.Sent)));

        Assert.DoesNotContain(true, seen);
    }

    [Fact]
    public void A_button_tells_its_broadcast_and_number()
    {
        var tag = new BroadcastTag(Guid.NewGuid(), 3, IsChoice: true);

        Assert.Equal(tag, BroadcastTag.Parse(tag.ToString()));
        Assert.Equal(27, tag.ToString().Length);
        Assert.Null(BroadcastTag.Parse("t:bhxh:1"));
    }
}
