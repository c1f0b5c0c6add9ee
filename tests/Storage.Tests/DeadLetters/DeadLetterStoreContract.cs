using Microsoft.EntityFrameworkCore;
using Outreach.Storage.DeadLetters;
using Outreach.Storage.Polling;
using Outreach.Testing;

namespace Outreach.Storage.Tests.DeadLetters;

/// <summary>The small cold stores, whichever database lies below.</summary>
public abstract class DeadLetterStoreContract : IAsyncLifetime
{
    private protected HandMovedClock Clock { get; } = new(new DateTimeOffset(2026, 11, 21, 3, 0, 0, TimeSpan.Zero));

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
    public async Task An_unreadable_update_is_kept_once_and_cut()
    {
        var store = Host.Get<DeadLetterStore>();

        Assert.True(await store.KeepAsync([1, 2, 3], "telegram", new string('{', 900), Cancellation));
        Assert.False(await store.KeepAsync([1, 2, 3], "telegram", "{}", Cancellation));
        Assert.Equal([("telegram", 1)], await store.CountAsync(Cancellation));

        await using var db = await Host.OpenDbAsync();
        var letter = await db.DeadLetters.SingleAsync(Cancellation);
        Assert.Equal(("telegram", 500, Clock.GetUtcNow()), (letter.Channel, letter.Shape.Length, letter.ReceivedAt));
    }

    [Fact]
    public async Task Housekeeping_deletes_dead_letters_after_thirty_days()
    {
        var store = Host.Get<DeadLetterStore>();
        await store.KeepAsync([1], "telegram", "{}", Cancellation);
        Clock.Advance(TimeSpan.FromDays(29));
        await store.KeepAsync([2], "telegram", "{}", Cancellation);
        Clock.Advance(TimeSpan.FromDays(2));

        await store.PruneAsync(Cancellation);

        await using var db = await Host.OpenDbAsync();
        Assert.Equal([2], (await db.DeadLetters.SingleAsync(Cancellation)).UpdateKey);
    }

    [Fact]
    public async Task A_poll_offset_is_kept_for_each_channel()
    {
        var store = Host.Get<PollOffsetStore>();
        Assert.Null(await store.LoadAsync("telegram", Cancellation));

        await store.SaveAsync("telegram", 10, Cancellation);
        await store.SaveAsync("telegram", 11, Cancellation);

        Assert.Equal(11, await store.LoadAsync("telegram", Cancellation));
        Assert.Null(await store.LoadAsync("zalo", Cancellation));
    }
}
