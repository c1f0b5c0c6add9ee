using Outreach.Channels.Transcripts;
using Outreach.Testing;
using static Outreach.Channels.Tests.Rendering.Sample;

namespace Outreach.Channels.Tests;

public sealed class TranscriptTests
{
    private readonly HandMovedClock _clock = new();

    [Fact]
    public void Half_an_hour_of_silence_and_it_is_forgotten()
    {
        using var store = new TranscriptStore(_clock);
        var address = new ChannelAddress("web", "a");
        store.Open(address).AddFromPerson("xin chào");

        _clock.Advance(TimeSpan.FromMinutes(29));
        var kept = store.Find(address)!.After(0).Count;
        _clock.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal(1, kept);
        Assert.Null(store.Find(address));
    }

    [Fact]
    public void Only_the_newest_two_hundred_are_kept()
    {
        using var store = new TranscriptStore(_clock);
        var transcript = store.Open(new ChannelAddress("web", "a"));

        foreach (var i in Enumerable.Range(0, 250))
        {
            transcript.AddFromPerson($"{i}");
        }

        Assert.Equal(("50", "249", 200), (transcript.After(0)[0].Text, transcript.After(0)[^1].Text, transcript.After(0).Count));
    }

    [Fact]
    public void Numbers_grow_over_a_restart()
    {
        using var before = new TranscriptStore(_clock);
        var last = before.Open(new ChannelAddress("web", "a")).AddFromPerson("một").Number;
        _clock.Advance(TimeSpan.FromSeconds(1));
        using var after = new TranscriptStore(_clock);

        Assert.True(after.Open(new ChannelAddress("web", "a")).AddFromPerson("hai").Number > last);
    }

    [Fact]
    public void When_there_are_too_many_those_longest_unused_make_room()
    {
        using var store = new TranscriptStore(_clock, max: 10);
        foreach (var i in Enumerable.Range(0, 11))
        {
            store.Open(new ChannelAddress("web", $"{i}")).AddFromPerson("x");
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Null(store.Find(new ChannelAddress("web", "0")));
        Assert.NotNull(store.Find(new ChannelAddress("web", "10")));
    }

    [Fact]
    public async Task Who_waits_hears_of_the_next_entry()
    {
        using var store = new TranscriptStore(_clock);
        var transcript = store.Open(new ChannelAddress("web", "a"));
        var said = transcript.AddFromPerson("hỏi");
        var waiting = transcript.WaitForNewAsync(said.Number, TestContext.Current.CancellationToken);
        var early = waiting.IsCompleted;

        transcript.AddFromBot(Reply(P("đáp")));
        await waiting;

        Assert.False(early);
        Assert.Equal(said.Number, Assert.Single(transcript.After(said.Number)).ReplyTo);
    }
}
