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
        store.Open(address).Hear("xin chào");

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
            transcript.Hear($"{i}");
        }

        Assert.Equal(("50", "249", 200), (transcript.After(0)[0].Text, transcript.After(0)[^1].Text, transcript.After(0).Count));
    }

    [Fact]
    public void Numbers_grow_over_a_restart()
    {
        using var before = new TranscriptStore(_clock);
        var last = before.Open(new ChannelAddress("web", "a")).Hear("một").Number;
        _clock.Advance(TimeSpan.FromSeconds(1));
        using var after = new TranscriptStore(_clock);

        Assert.True(after.Open(new ChannelAddress("web", "a")).Hear("hai").Number > last);
    }

    [Fact]
    public void When_there_are_too_many_those_longest_unused_make_room()
    {
        using var store = new TranscriptStore(_clock, max: 10);
        foreach (var i in Enumerable.Range(0, 11))
        {
            store.Open(new ChannelAddress("web", $"{i}")).Hear("x");
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Null(store.Find(new ChannelAddress("web", "0")));
        Assert.NotNull(store.Find(new ChannelAddress("web", "10")));
    }

    [Fact]
    public void A_transcript_keeps_a_quarter_of_a_megabyte_and_always_the_newest_entry()
    {
        using var store = new TranscriptStore(_clock);
        var transcript = store.Open(new ChannelAddress("directline", "a"));

        foreach (var i in Enumerable.Range(0, 100))
        {
            transcript.Hear($"{i}", wireBytes: 10_000);
        }

        var many = transcript.After(0).Count;
        transcript.Hear("last", wireBytes: 300_000);

        Assert.InRange(many, 20, 26);
        Assert.Equal("last", Assert.Single(transcript.After(0)).Text);
    }

    [Fact]
    public void When_all_together_are_too_large_those_longest_unused_make_room()
    {
        using var store = new TranscriptStore(_clock, max: 1000, maxBytes: 1_000_000);
        foreach (var i in Enumerable.Range(0, 20))
        {
            store.Open(new ChannelAddress("directline", $"{i}")).Hear("x", wireBytes: 100_000);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        var left = Enumerable.Range(0, 20).Where(i => store.Find(new ChannelAddress("directline", $"{i}")) is not null).ToList();

        Assert.InRange(left.Count, 5, 9);
        Assert.Equal(Enumerable.Range(20 - left.Count, left.Count), left);
    }

    [Fact]
    public async Task Who_waits_hears_of_the_next_entry()
    {
        using var store = new TranscriptStore(_clock);
        var transcript = store.Open(new ChannelAddress("web", "a"));
        var said = transcript.Hear("hỏi");
        var waiting = transcript.WaitForNewAsync(said.Number, TestContext.Current.CancellationToken);
        var early = waiting.IsCompleted;

        transcript.Add((number, at, replyTo) => new TranscriptEntry { Number = number, At = at, Reply = Reply(P("đáp")), ReplyTo = replyTo });
        await waiting;

        Assert.False(early);
        Assert.Equal(said.Number, Assert.Single(transcript.After(said.Number)).ReplyTo);
    }
}

file static class Hearing
{
    public static TranscriptEntry Hear(this Transcript transcript, string text, int wireBytes = 0) =>
        transcript.Add((number, at, _) => new TranscriptEntry { Number = number, At = at, Text = text, Wire = new byte[wireBytes] });
}
