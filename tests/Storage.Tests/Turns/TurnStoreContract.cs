using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Outreach.Storage.Turns;
using Outreach.Testing;

namespace Outreach.Storage.Tests.Turns;

/// <summary>What a turn may rely on, whichever store it has. Each provider runs all of it.</summary>
public abstract class TurnStoreContract : IAsyncLifetime
{
    private protected HandMovedClock Clock { get; } = new(new DateTimeOffset(2026, 11, 21, 3, 0, 0, TimeSpan.Zero));

    private protected StorageHost Host { get; private set; } = null!;

    private protected ITurnStore Store => Host.Get<ITurnStore>();

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected abstract Task<StorageHost> OpenAsync();

    public async ValueTask InitializeAsync() => Host = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_a_turn_wrote_is_there_for_the_next()
    {
        var turn = ATurn() with { State = new ConversationState("en", """{"open":"help"}""", Clock.GetUtcNow().AddHours(1)) };

        var stored = await Store.CommitAsync(turn, Cancellation);

        Assert.True(stored);
        Assert.Equal(turn.State, (await Store.LoadAsync(turn.ConversationKey, Cancellation)).State);
    }

    [Fact]
    public async Task A_conversation_never_met_has_no_state() =>
        Assert.Null((await Store.LoadAsync(RandomNumberGenerator.GetBytes(16), Cancellation)).State);

    [Fact]
    public async Task A_replayed_update_changes_nothing()
    {
        var first = ATurn() with { State = new ConversationState("vi", "1", Clock.GetUtcNow().AddHours(1)), Counters = [new("answered", "bhxh")] };
        var replay = first with
        {
            State = new ConversationState("en", "2", Clock.GetUtcNow().AddHours(1)),
            Replies = [AReply()],
            Unanswered = new UnansweredDraft("vi", "gì đó", "low"),
        };
        await Store.CommitAsync(first, Cancellation);

        var stored = await Store.CommitAsync(replay, Cancellation);

        Assert.False(stored);
        Assert.Equal("1", (await Store.LoadAsync(first.ConversationKey, Cancellation)).State!.Data);
        Assert.Empty(await Store.LoadPendingAsync(10, Clock.GetUtcNow(), [], Cancellation));
        await using var db = await Host.OpenDbAsync();
        Assert.Empty(await db.UnansweredQuestions.ToListAsync(Cancellation));
        Assert.Equal(1, (await db.DailyCounters.SingleAsync(Cancellation)).Count);
    }

    [Fact]
    public async Task The_same_update_brought_twice_at_once_is_stored_once()
    {
        var key = RandomNumberGenerator.GetBytes(16);
        var turns = Enumerable.Range(0, 20).Select(_ => ATurn() with { SeenKey = key, Replies = [AReply()] });

        var stored = await Task.WhenAll(turns.Select(t => Store.CommitAsync(t, Cancellation)));

        Assert.Single(stored, s => s);
        Assert.Single(await Store.LoadPendingAsync(100, Clock.GetUtcNow(), [], Cancellation));
    }

    [Fact]
    public async Task Turns_that_change_nothing_leave_the_state_as_it_was()
    {
        var first = ATurn() with { State = new ConversationState("vi", "1", Clock.GetUtcNow().AddHours(1)) };
        await Store.CommitAsync(first, Cancellation);

        await Store.CommitAsync(ATurn() with { ConversationKey = first.ConversationKey }, Cancellation);

        Assert.Equal(first.State, (await Store.LoadAsync(first.ConversationKey, Cancellation)).State);
    }

    [Fact]
    public async Task An_expired_state_is_forgotten()
    {
        var turn = ATurn() with { State = new ConversationState("vi", "1", Clock.GetUtcNow().AddHours(1)) };
        await Store.CommitAsync(turn, Cancellation);

        Clock.Advance(TimeSpan.FromHours(1));

        Assert.Null((await Store.LoadAsync(turn.ConversationKey, Cancellation)).State);
    }

    [Fact]
    public async Task A_reply_is_pending_until_its_outcome_is_known()
    {
        var (sent, refused, waiting) = (AReply(), AReply(), AReply());
        await Store.CommitAsync(ATurn() with { Replies = [sent, refused] }, Cancellation);
        await Store.CommitAsync(ATurn() with { Replies = [waiting] }, Cancellation);

        await Store.CompleteAsync(sent.Id, ReplyOutcome.Sent, Cancellation);
        await Store.CompleteAsync(refused.Id, ReplyOutcome.Failed, Cancellation);

        var pending = Assert.Single(await Store.LoadPendingAsync(10, Clock.GetUtcNow(), [], Cancellation));
        Assert.Equal((waiting.Id, waiting.Channel, waiting.Plan), (pending.Id, pending.Channel, pending.Plan));
        Assert.Equal(waiting.Address, pending.Address);
        Assert.Equal(1, await Store.CountPendingAsync(Clock.GetUtcNow(), Cancellation));
        Assert.Equal(0, await Store.CountPendingAsync(Clock.GetUtcNow() - TimeSpan.FromSeconds(1), Cancellation));
    }

    [Fact]
    public async Task Pending_replies_come_oldest_first_and_no_more_than_asked_for()
    {
        var replies = Enumerable.Range(0, 5).Select(_ => AReply()).ToList();
        await Store.CommitAsync(ATurn() with { Replies = replies.Take(3).ToList() }, Cancellation);
        await Store.CommitAsync(ATurn() with { Replies = replies.Skip(3).ToList() }, Cancellation);

        var pending = await Store.LoadPendingAsync(4, Clock.GetUtcNow(), [], Cancellation);

        Assert.Equal(replies.Take(4).Select(r => r.Id), pending.Select(p => p.Id));
    }

    [Fact]
    public async Task Of_pending_replies_the_young_and_those_in_hand_are_left_out_and_take_no_place()
    {
        var (held, old, young) = (AReply(), AReply(), AReply());
        await Store.CommitAsync(ATurn() with { Replies = [held, old] }, Cancellation);
        var queued = Clock.GetUtcNow();
        Clock.Advance(TimeSpan.FromMinutes(2));
        await Store.CommitAsync(ATurn() with { Replies = [young] }, Cancellation);

        var pending = Assert.Single(await Store.LoadPendingAsync(1, queued, [held.Id], Cancellation));

        Assert.Equal((old.Id, queued), (pending.Id, pending.QueuedAt));
        Assert.Equal(2, (await Store.LoadPendingAsync(10, queued, [], Cancellation)).Count);
    }

    [Fact]
    public async Task Completing_what_is_not_there_does_no_harm() => await Store.CompleteAsync(Guid.NewGuid(), ReplyOutcome.Sent, Cancellation);

    [Fact]
    public async Task Counters_of_many_turns_add_up_on_the_organisations_day()
    {
        Clock.Advance(TimeSpan.FromHours(15)); // 18:00 UTC: past midnight in Vietnam
        var turns = Enumerable.Range(0, 30).Select(i => ATurn() with { Counters = [new("answered", i % 2 == 0 ? "bhxh" : ""), new("helpful", "")] });

        await Task.WhenAll(turns.Select(t => Store.CommitAsync(t, Cancellation)));

        await using var db = await Host.OpenDbAsync();
        var counters = await db.DailyCounters.OrderBy(c => c.Name).ThenBy(c => c.Topic).ToListAsync(Cancellation);
        Assert.Equal([("answered", "", 15L), ("answered", "bhxh", 15L), ("helpful", "", 30L)], counters.Select(c => (c.Name, c.Topic, c.Count)));
        Assert.All(counters, c => Assert.Equal(new DateOnly(2026, 11, 22), c.Day));
    }

    [Fact]
    public async Task A_counter_named_twice_in_a_turn_counts_twice()
    {
        await Store.CommitAsync(ATurn() with { Counters = [new("suggested", "x"), new("suggested", "x")] }, Cancellation);

        await using var db = await Host.OpenDbAsync();
        Assert.Equal(2, (await db.DailyCounters.SingleAsync(Cancellation)).Count);
    }

    [Fact]
    public async Task An_unanswered_question_reaches_the_inbox_with_its_day_alone()
    {
        await Store.CommitAsync(ATurn() with { Unanswered = new UnansweredDraft("vi", "chủ trọ [tên] giữ giấy tờ", "none-of-these") }, Cancellation);

        await using var db = await Host.OpenDbAsync();
        var question = await db.UnansweredQuestions.SingleAsync(Cancellation);
        Assert.Equal(("vi", "chủ trọ [tên] giữ giấy tờ", "none-of-these"), (question.Language, question.MaskedText, question.Reason));
        Assert.Equal(new DateOnly(2026, 11, 21), question.Day);
        Assert.Equal(4, question.Id.Version);
    }

    [Fact]
    public async Task Half_an_emoji_and_a_zero_are_stored_as_far_as_they_can_be()
    {
        var stored = await Store.CommitAsync(ATurn() with { Unanswered = new UnansweredDraft("vi", "hỏi\ud83d \0gì", "low") }, Cancellation);

        await using var db = await Host.OpenDbAsync();
        Assert.True(stored);
        Assert.Equal("hỏi\ufffd gì", (await db.UnansweredQuestions.SingleAsync(Cancellation)).MaskedText);
    }

    [Fact]
    public async Task An_update_was_seen_once_it_is_committed_and_not_before()
    {
        var turn = ATurn();
        var before = await Store.WasSeenAsync(turn.SeenKey, Cancellation);

        await Store.CommitAsync(turn, Cancellation);

        Assert.False(before);
        Assert.True(await Store.WasSeenAsync(turn.SeenKey, Cancellation));
    }

    [Fact]
    public async Task A_forgotten_conversation_has_no_state()
    {
        var turn = ATurn() with { State = new ConversationState("vi", "1", Clock.GetUtcNow().AddHours(1)) };
        await Store.CommitAsync(turn, Cancellation);

        await Store.ForgetAsync(turn.ConversationKey, Cancellation);

        Assert.Null((await Store.LoadAsync(turn.ConversationKey, Cancellation)).State);
    }

    [Fact]
    public async Task When_all_conversations_are_forgotten_marks_and_replies_stay()
    {
        var turn = ATurn() with { State = new ConversationState("vi", "1", Clock.GetUtcNow().AddHours(1)), Replies = [AReply()] };
        await Store.CommitAsync(turn, Cancellation);

        await Store.ForgetAllAsync(Cancellation);

        Assert.Null((await Store.LoadAsync(turn.ConversationKey, Cancellation)).State);
        Assert.False(await Store.CommitAsync(turn, Cancellation));
        Assert.Single(await Store.LoadPendingAsync(10, Clock.GetUtcNow(), [], Cancellation));
    }

    [Fact]
    public async Task After_three_days_marks_and_replies_are_pruned_and_not_before()
    {
        var turn = ATurn() with { Replies = [AReply()] };
        await Store.CommitAsync(turn, Cancellation);

        Clock.Advance(TimeSpan.FromDays(2));
        await Store.PruneAsync(Cancellation);
        Assert.False(await Store.CommitAsync(turn, Cancellation));
        Assert.Single(await Store.LoadPendingAsync(10, Clock.GetUtcNow(), [], Cancellation));

        Clock.Advance(TimeSpan.FromDays(3));
        await Store.PruneAsync(Cancellation);
        Assert.Empty(await Store.LoadPendingAsync(10, Clock.GetUtcNow(), [], Cancellation));
        Assert.True(await Store.CommitAsync(turn with { Replies = [] }, Cancellation));
    }

    [Fact]
    public async Task Pruning_keeps_states_in_force()
    {
        var turn = ATurn() with { State = new ConversationState("vi", "1", Clock.GetUtcNow().AddDays(30)) };
        await Store.CommitAsync(turn, Cancellation);

        Clock.Advance(TimeSpan.FromDays(29));
        await Store.PruneAsync(Cancellation);

        Assert.NotNull((await Store.LoadAsync(turn.ConversationKey, Cancellation)).State);
    }

    private protected static TurnCommit ATurn() => new()
    {
        SeenKey = RandomNumberGenerator.GetBytes(16),
        ConversationKey = RandomNumberGenerator.GetBytes(16),
    };

    private protected static PendingReply AReply() => new()
    {
        Id = Guid.NewGuid(),
        Channel = "telegram",
        Address = RandomNumberGenerator.GetBytes(40),
        Plan = """{"answer":"bhtn-muc-huong","lang":"vi"}""",
    };
}
