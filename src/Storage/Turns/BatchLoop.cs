using System.Threading.Channels;
using Npgsql;

namespace Outreach.Storage.Turns;

/// <summary>
/// Gathers work of many callers and does it in batches, one batch at a time. While one runs the next gathers: alone a
/// caller waits for nobody, and under load batches grow by themselves.
/// </summary>
/// <typeparam name="TWork">What a caller asks for.</typeparam>
/// <typeparam name="TResult">What each gets back.</typeparam>
internal sealed class BatchLoop<TWork, TResult> : IAsyncDisposable
{
    private readonly Channel<Waiter> _queue;
    private readonly Func<IReadOnlyList<TWork>, Task<IReadOnlyList<TResult>>> _run;
    private readonly Action _unavailable;
    private readonly int _maxBatch;
    private readonly Task _loop;

    /// <param name="run">Does a batch and gives a result for each, in order. Must end by itself: it has the timeouts.</param>
    /// <param name="unavailable">Called once when a batch met a database that is away, before its callers hear of it.</param>
    /// <param name="maxBatch">A batch is full with so many.</param>
    /// <param name="capacity">Callers wait at the door when so many are inside.</param>
    public BatchLoop(Func<IReadOnlyList<TWork>, Task<IReadOnlyList<TResult>>> run, Action unavailable, int maxBatch, int capacity)
    {
        _run = run;
        _unavailable = unavailable;
        _maxBatch = maxBatch;
        _queue = Channel.CreateBounded<Waiter>(new BoundedChannelOptions(capacity) { SingleReader = true });
        _loop = Task.Run(LoopAsync);
    }

    /// <param name="cancellationToken">Leaves the door; what is inside is done and its result awaited, since it cannot be taken back.</param>
    /// <exception cref="StoreUnavailableException">The database is away, or the service is stopping.</exception>
    public async Task<TResult> AddAsync(TWork work, CancellationToken cancellationToken)
    {
        var waiter = new Waiter(work);
        try
        {
            await _queue.Writer.WriteAsync(waiter, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw new StoreUnavailableException("The service is stopping.");
        }

        return await waiter.Result.Task;
    }

    /// <summary>Takes no more, does what is inside, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
    }

    private async Task LoopAsync()
    {
        var batch = new List<Waiter>(_maxBatch);
        while (await _queue.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < _maxBatch && _queue.Reader.TryRead(out var waiter))
            {
                batch.Add(waiter);
            }

            await RunAsync(batch);
        }
    }

    private async Task RunAsync(IReadOnlyList<Waiter> batch)
    {
        try
        {
            var results = await _run([.. batch.Select(w => w.Work)]);
            for (var i = 0; i < batch.Count; i++)
            {
                batch[i].Result.SetResult(results[i]);
            }
        }
        catch (Exception exception) when (StoreFailures.IsUnavailable(exception))
        {
            _unavailable();
            FailAll(batch, exception);
        }
        catch (PostgresException) when (batch.Count > 1)
        {
            // One of them is refused: each on its own, so that the others do not suffer for it.
            foreach (var waiter in batch)
            {
                await RunAsync([waiter]);
            }
        }
        catch (PostgresException exception)
        {
            // Without the inner exception: what the database says may quote what was written.
            batch[0].Result.SetException(new StoreRefusedException(exception.SqlState));
        }
        catch (Exception exception)
        {
            // A bug. Every caller hears of it; nobody waits for ever.
            foreach (var waiter in batch)
            {
                waiter.Result.TrySetException(exception);
            }
        }
    }

    /// <summary>Those who queued meanwhile too: behind one timeout they shall not wait for another.</summary>
    private void FailAll(IReadOnlyList<Waiter> batch, Exception cause)
    {
        foreach (var waiter in batch)
        {
            waiter.Result.TrySetException(new StoreUnavailableException("The database cannot be reached.", cause));
        }

        for (var left = _queue.Reader.Count; left > 0 && _queue.Reader.TryRead(out var waiter); left--)
        {
            waiter.Result.TrySetException(new StoreUnavailableException("The database cannot be reached.", cause));
        }
    }

    private sealed class Waiter(TWork work)
    {
        public TWork Work { get; } = work;

        public TaskCompletionSource<TResult> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
