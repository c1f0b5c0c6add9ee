using Outreach.Bot.Help;
using Outreach.Cases.Receipts;
using Outreach.Channels;
using Outreach.Testing;

namespace Outreach.Bot.Tests.Help;

public sealed class HelpDraftsTests
{
    private static readonly ChannelAddress Lan = new("telegram", "7001");

    [Fact]
    public void A_draft_comes_back_as_it_was()
    {
        using var drafts = new HelpDrafts(new HandMovedClock());
        var state = AState();

        drafts.Keep(Lan, new HelpDraft(state, ["5", "6"]));
        var found = drafts.Find(Lan);

        Assert.NotNull(found);
        Assert.Equal(["một", "hai"], found.State.Words);
        Assert.Equal(state.Code!.Grouped, found.State.Code!.Grouped);
        Assert.Equal(["5", "6"], found.Messages);
        Assert.Null(drafts.Find(Lan with { Value = "7002" }));
    }

    [Fact]
    public void After_fifteen_minutes_without_a_word_it_is_gone_and_known_to_have_been()
    {
        var clock = new HandMovedClock();
        using var drafts = new HelpDrafts(clock);
        drafts.Keep(Lan, new HelpDraft(AState(), []));

        clock.Advance(TimeSpan.FromMinutes(15));

        Assert.Null(drafts.Find(Lan));
        Assert.True(drafts.TakeExpired(Lan));
        Assert.False(drafts.TakeExpired(Lan));
    }

    [Fact]
    public void What_is_over_is_not_said_to_have_run_out()
    {
        var clock = new HandMovedClock();
        using var drafts = new HelpDrafts(clock);
        drafts.Keep(Lan, new HelpDraft(AState() with { Step = HelpStep.Received, Words = [] }, []));

        clock.Advance(TimeSpan.FromMinutes(15));

        Assert.False(drafts.TakeExpired(Lan));
    }

    [Fact]
    public void A_flood_of_beginnings_does_not_push_out_a_draft_with_words()
    {
        using var drafts = new HelpDrafts(new HandMovedClock());
        drafts.Keep(Lan, new HelpDraft(AState(), []));

        for (var i = 0; i < 20_000; i++)
        {
            drafts.Keep(new ChannelAddress("directline", $"{i}"), new HelpDraft(AState() with { Words = [] }, []));
        }

        Assert.NotNull(drafts.Find(Lan));
    }

    private static HelpState AState() => new()
    {
        Step = HelpStep.Words,
        Language = "vi",
        Id = Guid.NewGuid(),
        Code = ReceiptCode.New(),
        Words = ["một", "hai"],
    };
}
