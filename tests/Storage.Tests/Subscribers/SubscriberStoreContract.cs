using Microsoft.EntityFrameworkCore;
using Outreach.Storage.Housekeeping;
using Outreach.Storage.Keys;
using Outreach.Storage.Subscribers;
using Outreach.Storage.Turns;
using Outreach.Testing;

namespace Outreach.Storage.Tests.Subscribers;

/// <summary>Consents, whichever database lies below. Each provider runs all of it.</summary>
public abstract class SubscriberStoreContract : IAsyncLifetime
{
    private static readonly SubscriberProfile Worker = new() { Language = "vi", Province = "bac-ninh", Role = "worker", Topics = ["bhxh", "tien-luong"] };

    private protected HandMovedClock Clock { get; } = new(new DateTimeOffset(2026, 11, 21, 3, 0, 0, TimeSpan.Zero));

    private protected StorageHost Host { get; private set; } = null!;

    private ISubscriberStore Store => Host.Get<ISubscriberStore>();

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected abstract Task<StorageHost> OpenAsync();

    public async ValueTask InitializeAsync() => Host = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Somebody_who_never_asked_is_no_subscriber() => Assert.Null(await Store.FindAsync("telegram", "42", Cancellation));

    [Fact]
    public async Task A_subscriber_is_found_again_with_what_they_said()
    {
        await Store.SubscribeAsync("telegram", "42", Worker, "optin-v1", Clock.GetUtcNow(), Cancellation);

        Assert.Equivalent(Worker, await Store.FindAsync("telegram", "42", Cancellation));
        Assert.Null(await Store.FindAsync("web", "42", Cancellation));
    }

    [Fact]
    public async Task A_turn_hears_of_a_consent_in_force_and_of_its_language()
    {
        var (turns, conversation) = (Host.Get<ITurnStore>(), Host.Get<KeyRing>().ConversationKey("telegram", "42"));
        await Store.SubscribeAsync("telegram", "42", Worker with { Language = "en" }, "optin-v1", Clock.GetUtcNow(), Cancellation);
        Assert.Equal(new KnownConversation(null, "en"), await turns.LoadAsync(conversation, Cancellation));

        var state = new ConversationState("vi", "{}", Clock.GetUtcNow().AddDays(1));
        await turns.CommitAsync(new TurnCommit { SeenKey = [1], ConversationKey = conversation, State = state }, Cancellation);
        Assert.Equal(new KnownConversation(state, "en"), await turns.LoadAsync(conversation, Cancellation));

        await Store.StopAsync("telegram", "42", Clock.GetUtcNow(), Withdrawal.Asked, Cancellation);
        Assert.Equal(new KnownConversation(state, null), await turns.LoadAsync(conversation, Cancellation));
    }

    [Fact]
    public async Task Asking_again_changes_the_profile_and_keeps_the_first_consent()
    {
        await Store.SubscribeAsync("telegram", "42", Worker, "optin-v1", Clock.GetUtcNow(), Cancellation);
        var first = await TheRowAsync();
        Clock.Advance(TimeSpan.FromDays(10));

        await Store.SubscribeAsync("telegram", "42", Worker with { Province = null, Topics = [] }, "optin-v2", Clock.GetUtcNow(), Cancellation);

        var row = await TheRowAsync();
        Assert.Equal(("optin-v1", first.ConsentedAt, (string?)null), (row.ConsentWording, row.ConsentedAt, row.Province));
        Assert.Empty(row.Topics);
    }

    [Fact]
    public async Task Withdrawing_drops_the_address_and_keeps_the_proof()
    {
        await Store.SubscribeAsync("telegram", "42", Worker, "optin-v1", Clock.GetUtcNow(), Cancellation);
        Clock.Advance(TimeSpan.FromDays(1));

        Assert.True(await Store.StopAsync("telegram", "42", Clock.GetUtcNow(), Withdrawal.Asked, Cancellation));
        Assert.False(await Store.StopAsync("telegram", "42", Clock.GetUtcNow(), Withdrawal.Asked, Cancellation));

        var row = await TheRowAsync();
        Assert.Null(row.Address);
        Assert.Equal((Clock.GetUtcNow(), "optin-v1"), (row.WithdrawnAt!.Value, row.ConsentWording));
        Assert.Null(await Store.FindAsync("telegram", "42", Cancellation));
    }

    [Fact]
    public async Task After_withdrawing_a_new_consent_is_a_new_one()
    {
        await Store.SubscribeAsync("telegram", "42", Worker, "optin-v1", Clock.GetUtcNow(), Cancellation);
        await Store.StopAsync("telegram", "42", Clock.GetUtcNow(), Withdrawal.Asked, Cancellation);
        Clock.Advance(TimeSpan.FromDays(1));

        await Store.SubscribeAsync("telegram", "42", Worker, "optin-v2", Clock.GetUtcNow(), Cancellation);

        var row = await TheRowAsync();
        Assert.Equal(("optin-v2", Clock.GetUtcNow(), (DateTimeOffset?)null), (row.ConsentWording, row.ConsentedAt, row.WithdrawnAt));
        Assert.Equal("42", Host.Get<KeyRing>().OpenAddress(Subscriber.Table, row.Id, row.Address));
    }

    [Fact]
    public async Task The_address_lies_sealed_and_bound_to_its_row()
    {
        await Store.SubscribeAsync("telegram", "9876543210", Worker, "optin-v1", Clock.GetUtcNow(), Cancellation);

        var row = await TheRowAsync();

        Assert.Equal(4, row.Id.Version);
        Assert.Equal(-1, row.Address.AsSpan().IndexOf("9876543210"u8));
        Assert.Equal("9876543210", Host.Get<KeyRing>().OpenAddress(Subscriber.Table, row.Id, row.Address));
    }

    [Fact]
    public async Task The_language_changes_for_a_subscriber_and_for_nobody_else()
    {
        await Store.SubscribeAsync("telegram", "42", Worker, "optin-v1", Clock.GetUtcNow(), Cancellation);

        await Store.SetLanguageAsync("telegram", "42", "en", Cancellation);
        await Store.SetLanguageAsync("telegram", "43", "en", Cancellation);

        Assert.Equal("en", (await Store.FindAsync("telegram", "42", Cancellation))!.Language);
        Assert.Null(await Store.FindAsync("telegram", "43", Cancellation));
    }

    [Fact]
    public async Task What_a_subscriber_chooses_takes_the_place_of_what_they_chose_before_and_the_consent_stays()
    {
        await Store.SubscribeAsync("telegram", "42", Worker, "optin-v1", Clock.GetUtcNow(), Cancellation);
        var chosen = new SubscriberProfile { Language = "vi", Role = "landlord", Topics = ["bhxh"], QuietFrom = 7 * 60, QuietTo = 15 * 60 };

        Assert.True(await Store.ChooseAsync("telegram", "42", chosen, Cancellation));

        Assert.Equivalent(chosen, await Store.FindAsync("telegram", "42", Cancellation));
        var row = await TheRowAsync();
        Assert.Equal(("optin-v1", "42"), (row.ConsentWording, Host.Get<KeyRing>().OpenAddress(Subscriber.Table, row.Id, row.Address)));
    }

    [Fact]
    public async Task Whoever_withdrew_or_never_asked_chooses_nothing()
    {
        await Store.SubscribeAsync("telegram", "42", Worker, "optin-v1", Clock.GetUtcNow(), Cancellation);
        await Store.StopAsync("telegram", "42", Clock.GetUtcNow(), Withdrawal.Asked, Cancellation);

        Assert.False(await Store.ChooseAsync("telegram", "42", Worker with { Role = "landlord" }, Cancellation));
        Assert.False(await Store.ChooseAsync("telegram", "43", Worker, Cancellation));

        Assert.Equal("worker", (await TheRowAsync()).Role);
    }

    [Fact]
    public async Task Forgetting_deletes_the_row_and_the_conversation()
    {
        var conversation = Host.Get<KeyRing>().ConversationKey("telegram", "42");
        await Store.SubscribeAsync("telegram", "42", Worker, "optin-v1", Clock.GetUtcNow(), Cancellation);
        await Host.Get<ITurnStore>().CommitAsync(
            new TurnCommit { SeenKey = [1], ConversationKey = conversation, State = new("vi", "{}", Clock.GetUtcNow().AddDays(1)) }, Cancellation);

        await Store.ForgetAsync("telegram", "42", Cancellation);
        await Store.ForgetAsync("telegram", "42", Cancellation);

        await using var db = await Host.OpenDbAsync();
        Assert.Empty(await db.Subscribers.ToListAsync(Cancellation));
        Assert.Null((await Host.Get<ITurnStore>().LoadAsync(conversation, Cancellation)).State);
    }

    [Fact]
    public async Task Housekeeping_deletes_the_proof_a_year_after_withdrawal_and_nobody_in_force()
    {
        await Store.SubscribeAsync("telegram", "42", Worker, "optin-v1", Clock.GetUtcNow(), Cancellation);
        await Store.SubscribeAsync("telegram", "43", Worker, "optin-v1", Clock.GetUtcNow(), Cancellation);
        await Store.StopAsync("telegram", "42", Clock.GetUtcNow(), Withdrawal.Asked, Cancellation);

        Clock.Advance(TimeSpan.FromDays(364));
        await CleanAsync();
        await using (var db = await Host.OpenDbAsync())
        {
            Assert.Equal(2, await db.Subscribers.CountAsync(Cancellation));
        }

        Clock.Advance(TimeSpan.FromDays(2));
        await CleanAsync();
        Assert.Null((await TheRowAsync()).WithdrawnAt);
    }

    private Task CleanAsync() => Host.Get<IEnumerable<Microsoft.Extensions.Hosting.IHostedService>>().OfType<Housekeeper>().Single().CleanAsync(Cancellation);

    private async Task<Subscriber> TheRowAsync()
    {
        await using var db = await Host.OpenDbAsync();
        return await db.Subscribers.AsNoTracking().SingleAsync(Cancellation);
    }
}
