using Npgsql;
using Outreach.Storage.Turns;

namespace Outreach.Storage.Tests.Turns;

public sealed class BatchLoopTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_a_batch_runs_the_next_gathers()
    {
        var gate = new TaskCompletionSource();
        var sizes = new List<int>();
        await using var loop = Loop(async batch =>
        {
            sizes.Add(batch.Count);
            await gate.Task;
            return [.. batch.Select(b => b * 10)];
        });
        var first = loop.AddAsync(1, Cancellation);
        await UntilAsync(() => sizes.Count == 1);
        var others = Enumerable.Range(2, 5).Select(i => loop.AddAsync(i, Cancellation)).ToList();

        gate.SetResult();

        Assert.Equal(10, await first);
        var results = await Task.WhenAll(others);
        Assert.Equal([20, 30, 40, 50, 60], results);
        Assert.Equal([1, 5], sizes);
    }

    [Fact]
    public async Task One_that_the_database_refuses_does_not_harm_the_others()
    {
        var gate = new TaskCompletionSource();
        var runs = 0;
        await using var loop = Loop(async batch =>
        {
            if (runs++ == 0)
            {
                await gate.Task;
            }

            return batch.Contains(13) ? throw Refused() : [.. batch];
        });
        var first = loop.AddAsync(0, Cancellation);
        var good = new[] { loop.AddAsync(1, Cancellation), loop.AddAsync(2, Cancellation) };
        var bad = loop.AddAsync(13, Cancellation);

        gate.SetResult();

        await first;
        var results = await Task.WhenAll(good);
        Assert.Equal([1, 2], results);
        var thrown = await Assert.ThrowsAsync<StoreRefusedException>(() => bad);
        Assert.Contains("23514", thrown.Message, StringComparison.Ordinal);
        Assert.Null(thrown.InnerException);
    }

    [Fact]
    public async Task When_the_database_is_away_those_behind_do_not_wait_for_a_timeout_of_their_own()
    {
        var gate = new TaskCompletionSource();
        var runs = 0;
        await using var loop = Loop(
            async batch =>
            {
                runs++;
                await gate.Task;
                throw new NpgsqlException("away");
            },
            maxBatch: 1);
        var waiting = Enumerable.Range(0, 50).Select(i => loop.AddAsync(i, Cancellation)).ToList();
        await UntilAsync(() => runs == 1);

        gate.SetResult();

        foreach (var waiter in waiting)
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(() => waiter);
        }

        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task A_bug_is_heard_by_every_caller_and_the_loop_goes_on()
    {
        var broken = true;
        await using var loop = Loop(batch => broken ? throw new InvalidOperationException("bug") : Task.FromResult<IReadOnlyList<int>>([.. batch]));

        await Assert.ThrowsAsync<InvalidOperationException>(() => loop.AddAsync(1, Cancellation));
        broken = false;

        Assert.Equal(2, await loop.AddAsync(2, Cancellation));
    }

    [Fact]
    public async Task Stopping_does_what_is_inside_and_takes_no_more()
    {
        var gate = new TaskCompletionSource();
        var loop = Loop(async batch =>
        {
            await gate.Task;
            return [.. batch];
        });
        var inside = Enumerable.Range(0, 3).Select(i => loop.AddAsync(i, Cancellation)).ToList();

        var stopping = loop.DisposeAsync();
        gate.SetResult();
        await stopping;

        var results = await Task.WhenAll(inside);
        Assert.Equal([0, 1, 2], results);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => loop.AddAsync(4, Cancellation));
    }

    [Fact]
    public async Task At_a_full_door_a_caller_may_leave()
    {
        var gate = new TaskCompletionSource();
        var runs = 0;
        await using var loop = Loop(
            async batch =>
            {
                runs++;
                await gate.Task;
                return [.. batch];
            },
            maxBatch: 1,
            capacity: 1);
        var running = loop.AddAsync(1, Cancellation);
        await UntilAsync(() => runs == 1);
        var queued = loop.AddAsync(2, Cancellation);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var outside = loop.AddAsync(3, patience.Token);

        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => outside);
        gate.SetResult();
        var results = await Task.WhenAll(running, queued);
        Assert.Equal([1, 2], results);
    }

    private static BatchLoop<int, int> Loop(Func<IReadOnlyList<int>, Task<IReadOnlyList<int>>> run, int maxBatch = 100, int capacity = 1000) =>
        new(run, () => { }, maxBatch, capacity);

    private static PostgresException Refused() => new("new row violates", "ERROR", "ERROR", PostgresErrorCodes.CheckViolation);

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Yield();
        }
    }
}
