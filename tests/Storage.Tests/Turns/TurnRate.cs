using System.Diagnostics;
using System.Security.Cryptography;
using Outreach.Storage.Turns;

namespace Outreach.Storage.Tests.Turns;

/// <summary>Not a test: how many turns a second go through the group commit, durable. Run by name.</summary>
public sealed class TurnRate(ITestOutputHelper output)
{
    [Theory(Explicit = true)]
    [InlineData(1, 2_000)]
    [InlineData(64, 40_000)]
    [InlineData(512, 100_000)]
    public async Task Turns_a_second(int atOnce, int turns)
    {
        using var folder = new ScratchFolder();
        var clock = Stopwatch.StartNew();
        var settings = new Dictionary<string, string?> { ["Storage:Provider"] = "Local", ["Storage:Directory"] = folder.Path };
        await (await StorageHost.OpenAsync(settings, durable: true)).DisposeAsync();
        var first = clock.Elapsed;
        clock.Restart();
        await using var host = await StorageHost.OpenAsync(settings, durable: true);
        var second = clock.Elapsed;
        var store = host.Get<ITurnStore>();
        await store.CommitAsync(ATurn(), CancellationToken.None);

        clock.Restart();
        await Parallel.ForAsync(0, atOnce, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (_, cancellation) =>
        {
            for (var i = 0; i < turns / atOnce; i++)
            {
                var turn = ATurn();
                await store.LoadAsync(turn.ConversationKey, cancellation);
                await store.CommitAsync(turn, cancellation);
                await store.CompleteAsync(turn.Replies[0].Id, ReplyOutcome.Sent, cancellation);
            }
        });

        output.WriteLine($"{atOnce} at once: {turns / clock.Elapsed.TotalSeconds:N0} turns/s (each loaded, committed, completed); first start {first.TotalSeconds:0.00} s, second {second.TotalSeconds:0.00} s");
    }

    private static TurnCommit ATurn() => new()
    {
        SeenKey = RandomNumberGenerator.GetBytes(16),
        ConversationKey = RandomNumberGenerator.GetBytes(16),
        State = new ConversationState("vi", """{"last":"bhtn-muc-huong"}""", DateTimeOffset.MaxValue.AddDays(-1)),
        Replies = [new PendingReply { Id = Guid.NewGuid(), Channel = "telegram", Address = RandomNumberGenerator.GetBytes(40), Plan = """{"answer":"bhtn-muc-huong","lang":"vi"}""" }],
        Counters = [new CounterName("answered", "bhtn-muc-huong")],
    };
}
