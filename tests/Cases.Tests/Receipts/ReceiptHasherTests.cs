using Outreach.Cases.Receipts;

namespace Outreach.Cases.Tests.Receipts;

public sealed class ReceiptHasherTests
{
    private static readonly byte[] Salt = new byte[32];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_to_be_saved_go_ahead_of_tries()
    {
        using var hasher = new ReceiptHasher(new ReceiptCost { Iterations = 20_000, Workers = 1 });
        var tries = Enumerable.Range(0, 30).Select(_ => hasher.HashAsync(ReceiptCode.New(), [Salt], Cancellation)).ToList();

        await hasher.HashForSavingAsync(ReceiptCode.New(), Salt, Cancellation);

        Assert.Contains(tries, one => !one.IsCompleted);
        await Task.WhenAll(tries);
    }

    [Fact]
    public async Task Beyond_its_cap_the_queue_takes_nothing_and_says_so()
    {
        using var hasher = new ReceiptHasher(new ReceiptCost { Iterations = 200_000, Workers = 1, Waiting = 4 });

        var tries = Enumerable.Range(0, 40).Select(_ => hasher.HashAsync(ReceiptCode.New(), [Salt], Cancellation)).ToList();
        var results = await Task.WhenAll(tries);

        Assert.Contains(results, hashes => hashes is null);
        Assert.Contains(results, hashes => hashes is not null);
    }

    [Fact]
    public async Task Hashes_come_in_the_order_of_their_salts()
    {
        using var hasher = new ReceiptHasher(new ReceiptCost { Iterations = 10, Workers = 3 });
        var code = ReceiptCode.New();
        byte[][] salts = [.. Enumerable.Range(0, 12).Select(i => new byte[] { (byte)i, 2, 3, 4, 5, 6, 7, 8 })];

        var together = await hasher.HashAsync(code, salts, Cancellation);

        for (var i = 0; i < salts.Length; i++)
        {
            Assert.Equal(together![i], Assert.Single((await hasher.HashAsync(code, [salts[i]], Cancellation))!));
        }
    }

    [Fact]
    public async Task Who_went_away_is_not_worked_for()
    {
        using var hasher = new ReceiptHasher(new ReceiptCost { Iterations = 200_000, Workers = 1 });
        using var gone = new CancellationTokenSource();
        var first = hasher.HashAsync(ReceiptCode.New(), [Salt], Cancellation);
        var second = hasher.HashAsync(ReceiptCode.New(), [Salt, Salt, Salt], gone.Token);

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.NotNull(await first);
    }
}
