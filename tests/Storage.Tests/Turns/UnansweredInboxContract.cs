using Outreach.Storage.Turns;

namespace Outreach.Storage.Tests.Turns;

/// <summary>The editors' inbox, whichever database lies below.</summary>
public abstract class UnansweredInboxContract : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 11, 16);

    private protected StorageHost Host { get; private set; } = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected abstract Task<StorageHost> OpenAsync();

    public async ValueTask InitializeAsync() => Host = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Questions_are_read_from_the_first_day_on_by_day()
    {
        await KeepAsync((Day.AddDays(3), "ba"), (Day, "không"), (Day.AddDays(1), "một"), (Day.AddDays(2), "hai"));

        var read = await Host.Get<UnansweredInbox>().ReadAsync(Day.AddDays(1), Cancellation);

        Assert.Equal(["một", "hai", "ba"], read.Select(question => question.MaskedText));
        Assert.All(read, question => Assert.Equal(("vi", "low"), (question.Language, question.Reason)));
    }

    [Fact]
    public async Task Without_a_first_day_all_is_read()
    {
        await KeepAsync((Day, "một"), (Day.AddYears(-3), "cũ"));

        var read = await Host.Get<UnansweredInbox>().ReadAsync(null, Cancellation);

        Assert.Equal(["cũ", "một"], read.Select(question => question.MaskedText));
    }

    [Fact]
    public async Task What_a_turn_kept_is_in_the_inbox()
    {
        await Host.Get<ITurnStore>().CommitAsync(
            new TurnCommit { SeenKey = [1], ConversationKey = [2], Unanswered = new UnansweredDraft("en", "where is [tên]", "none-of-these") }, Cancellation);

        var question = Assert.Single(await Host.Get<UnansweredInbox>().ReadAsync(null, Cancellation));

        Assert.Equal(("en", "where is [tên]", "none-of-these"), (question.Language, question.MaskedText, question.Reason));
    }

    [Fact]
    public async Task A_question_is_deleted_when_its_time_is_over_and_not_before()
    {
        var today = Host.Get<LocalDay>().Today;
        await KeepAsync((today.AddDays(-UnansweredInbox.KeptForDays), "còn"), (today.AddDays(-UnansweredInbox.KeptForDays - 1), "hết"));

        await Host.Get<UnansweredInbox>().PruneAsync(Cancellation);

        var question = Assert.Single(await Host.Get<UnansweredInbox>().ReadAsync(null, Cancellation));
        Assert.Equal("còn", question.MaskedText);
    }

    private async Task KeepAsync(params (DateOnly Day, string Text)[] questions)
    {
        await using var db = await Host.OpenDbAsync();
        db.UnansweredQuestions.AddRange(questions.Select(question =>
            new UnansweredQuestion { Day = question.Day, Language = "vi", MaskedText = question.Text, Reason = "low" }));
        await db.SaveChangesAsync(Cancellation);
    }
}
