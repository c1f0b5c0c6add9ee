using Outreach.Bot.Help;
using Outreach.Bot.Tests.Turns;
using Outreach.Channels;
using Outreach.Testing;

namespace Outreach.Bot.Tests.Help;

/// <summary>How long words of a request are tried to be taken out of a chat again.</summary>
public sealed class DiscretionTests
{
    private static readonly ChannelAddress Chat = new("telegram", "4711");
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(30);

    private readonly HandMovedClock _clock = new();
    private readonly ScriptedSender _sender = new("telegram");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_not_gone_at_once_is_tried_again_until_the_channel_lets_it_go()
    {
        await using var discretion = new Discretion([_sender], _clock);
        Refuse(times: 5);

        var atOnce = await discretion.DeleteAsync(Chat, ["1", "2"], Stop);
        await MoveOnAsync(tries: 5);
        await _sender.WhenDeletedAsync(Stop);

        Assert.False(atOnce);
        Assert.Equal(["1", "2"], _sender.Deleted);
    }

    [Fact]
    public async Task After_the_channels_limit_it_is_not_tried_any_more()
    {
        await using var discretion = new Discretion([_sender], _clock);
        Refuse(times: 1_000);
        var end = _clock.GetUtcNow() + _sender.DeletableFor;

        await discretion.DeleteAsync(Chat, ["1"], Stop);
        while (_clock.GetUtcNow() + LongestPause < end)
        {
            await MoveOnAsync(tries: 1);
        }

        _clock.Advance(TimeSpan.FromDays(1));
        await discretion.DisposeAsync();

        // After 5 seconds, then doubling up to half an hour, for 48 hours.
        Assert.Equal(104, 1_000 - _sender.Deletions.Count);
        Assert.Equal(0, _clock.WaitingTimers);
    }

    [Fact]
    public async Task A_channel_that_cannot_delete_is_not_asked()
    {
        _sender.DeletableFor = TimeSpan.Zero;
        await using var discretion = new Discretion([_sender], _clock);

        Assert.Null(await discretion.DeleteAsync(Chat, ["1"], Stop));
        Assert.Empty(_sender.Deleted);
    }

    private void Refuse(int times)
    {
        for (var i = 0; i < times; i++)
        {
            _sender.Deletions.Enqueue(new DeleteOutcome.Retry(null));
        }
    }

    private async Task MoveOnAsync(int tries)
    {
        for (var i = 0; i < tries; i++)
        {
            await _clock.WaitForTimerWithinAsync(LongestPause, Stop);
            _clock.Advance(_clock.UntilNextTimer!.Value);
        }
    }
}
