using Microsoft.EntityFrameworkCore;
using Outreach.Storage.Housekeeping;
using Outreach.Storage.Subscribers;
using Outreach.Testing;

namespace Outreach.Storage.Tests.Subscribers;

/// <summary>Subscriptions of one person, whichever database lies below. Each provider runs all of it.</summary>
public abstract class SubscriberLinksContract : IAsyncLifetime
{
    private protected HandMovedClock Clock { get; } = new(new DateTimeOffset(2026, 11, 21, 3, 0, 0, TimeSpan.Zero));

    private protected StorageHost Host { get; private set; } = null!;

    private SubscriberLinks Links => Host.Get<SubscriberLinks>();

    private ISubscriberStore Store => Host.Get<ISubscriberStore>();

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected abstract Task<StorageHost> OpenAsync();

    public async ValueTask InitializeAsync()
    {
        Host = await OpenAsync();
        foreach (var address in new[] { "1", "2", "3" })
        {
            await Store.SubscribeAsync("telegram", address, new SubscriberProfile { Language = "vi" }, "optin-v1", Clock.GetUtcNow(), Cancellation);
        }
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_third_conversation_joins_the_two_whichever_gave_the_code()
    {
        await LinkAsync("1", "2");
        await LinkAsync("3", "2");

        Assert.Equal(4, Assert.NotNull(Assert.Single((await PeopleAsync()).Distinct())).Version);
    }

    [Fact]
    public async Task Two_linked_pairs_become_one_person()
    {
        await Store.SubscribeAsync("telegram", "4", new SubscriberProfile { Language = "vi" }, "optin-v1", Clock.GetUtcNow(), Cancellation);
        await LinkAsync("1", "2");
        await LinkAsync("3", "4");

        await LinkAsync("1", "4");

        Assert.NotNull(Assert.Single((await PeopleAsync()).Distinct()));
    }

    [Fact]
    public async Task Parting_withdrawing_and_forgetting_leave_the_others_linked()
    {
        await LinkAsync("1", "2");
        await LinkAsync("2", "3");

        Assert.True(await Links.PartAsync("telegram", "1", Cancellation));
        Assert.False(await Links.PartAsync("telegram", "1", Cancellation));
        Assert.True((await Store.FindAsync("telegram", "2", Cancellation))!.IsLinked);
        await Store.StopAsync("telegram", "3", Clock.GetUtcNow(), Withdrawal.Asked, Cancellation);

        Assert.False((await Store.FindAsync("telegram", "2", Cancellation))!.IsLinked);
        Assert.Single((await PeopleAsync()).OfType<Guid>());
    }

    [Fact]
    public async Task The_code_of_one_who_left_meanwhile_links_nobody()
    {
        var code = await OfferAsync("1");
        await Store.StopAsync("telegram", "1", Clock.GetUtcNow(), Withdrawal.Asked, Cancellation);

        Assert.Equal(LinkOutcome.Unknown, await Links.JoinAsync("telegram", "2", code, Cancellation));

        Assert.All(await PeopleAsync(), Assert.Null);
        Assert.Null(await Links.OfferAsync("telegram", "1", Cancellation));
    }

    [Fact]
    public async Task Of_two_who_use_a_code_at_once_one_is_linked()
    {
        var code = await OfferAsync("1");

        var outcomes = await Task.WhenAll(Links.JoinAsync("telegram", "2", code, Cancellation), Links.JoinAsync("telegram", "3", code, Cancellation));

        Assert.Single(outcomes, LinkOutcome.Joined);
        Assert.Equal(2, (await PeopleAsync()).OfType<Guid>().Count());
    }

    [Fact]
    public async Task Codes_whose_time_is_over_and_those_of_the_forgotten_are_deleted()
    {
        await OfferAsync("1");
        await OfferAsync("2");
        await Store.ForgetAsync("telegram", "2", Cancellation);
        Assert.Equal(1, await CodesAsync());

        Clock.Advance(LinkCode.Lifetime);
        await Host.Get<IEnumerable<Microsoft.Extensions.Hosting.IHostedService>>().OfType<Housekeeper>().Single().CleanAsync(Cancellation);

        Assert.Equal(0, await CodesAsync());
    }

    private async Task<string> OfferAsync(string address) => LinkCode.Parse((await Links.OfferAsync("telegram", address, Cancellation))!)!;

    private async Task LinkAsync(string offers, string types) =>
        Assert.Equal(LinkOutcome.Joined, await Links.JoinAsync("telegram", types, await OfferAsync(offers), Cancellation));

    private async Task<IReadOnlyList<Guid?>> PeopleAsync()
    {
        await using var db = await Host.OpenDbAsync();
        return await db.Subscribers.Select(s => s.PersonId).ToListAsync(Cancellation);
    }

    private async Task<int> CodesAsync()
    {
        await using var db = await Host.OpenDbAsync();
        return await db.LinkCodes.CountAsync(Cancellation);
    }
}
