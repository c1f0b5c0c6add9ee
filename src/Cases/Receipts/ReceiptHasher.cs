using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Hosting;

namespace Outreach.Cases.Receipts;

/// <summary>The slow hash of codes, on threads of its own behind a capped queue: a flood of guesses waits, and nobody else does.</summary>
internal sealed class ReceiptHasher : IHostedService, IDisposable
{
    private readonly ReceiptCost _cost;
    private readonly Lock _gate = new();
    private readonly Queue<Job> _saving = [];
    private readonly Queue<Job> _trying = [];
    private readonly SemaphoreSlim _jobs = new(0);
    private readonly CancellationTokenSource _ending = new();
    private bool _started;
    private long _done;

    public ReceiptHasher(ReceiptCost cost) => _cost = cost;

    /// <summary>Hashes worked out since the start.</summary>
    public long Done => Interlocked.Read(ref _done);

    /// <summary>The hash of a code to be saved: goes ahead of all tries.</summary>
    /// <returns>Null when too many wait already.</returns>
    public Task<byte[]?> HashForSavingAsync(ReceiptCode code, byte[] salt, CancellationToken cancellationToken) =>
        Enqueue(_saving, [salt], code, cancellationToken) is { } jobs ? jobs[0].Result.Task.WaitAsync(cancellationToken) : Task.FromResult<byte[]?>(null);

    /// <summary>The hashes of a code with each of the salts, in their order.</summary>
    /// <returns>Null when too many wait already: nothing was tried.</returns>
    public async Task<IReadOnlyList<byte[]>?> HashAsync(ReceiptCode code, IReadOnlyList<byte[]> salts, CancellationToken cancellationToken)
    {
        if (Enqueue(_trying, salts, code, cancellationToken) is not { } jobs)
        {
            return null;
        }

        var hashes = await Task.WhenAll(jobs.Select(job => job.Result.Task)).WaitAsync(cancellationToken);
        return [.. hashes.Select(hash => hash!)];
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _ending.CancelAsync();
        lock (_gate)
        {
            foreach (var job in _saving.Concat(_trying))
            {
                job.Result.TrySetCanceled(CancellationToken.None);
            }
        }
    }

    /// <summary>The host disposes of it twice, as a service and as a hosted one.</summary>
    public void Dispose()
    {
        if (!_ending.IsCancellationRequested)
        {
            _ending.Cancel();
        }

        _jobs.Dispose();
    }

    private List<Job>? Enqueue(Queue<Job> queue, IReadOnlyList<byte[]> salts, ReceiptCode code, CancellationToken cancellationToken)
    {
        var jobs = salts.Select(salt => new Job(code, salt, cancellationToken)).ToList();
        lock (_gate)
        {
            if (queue.Count >= _cost.Waiting)
            {
                return null;
            }

            jobs.ForEach(queue.Enqueue);
            StartThreads();
        }

        _jobs.Release(jobs.Count);
        return jobs;
    }

    private void StartThreads()
    {
        if (_started)
        {
            return;
        }

        _started = true;
        for (var i = 0; i < _cost.Workers; i++)
        {
            // Threads of their own: the pool's stay free for turns while these are busy for seconds.
            new Thread(Work) { IsBackground = true, Name = "receipt hash" }.Start();
        }
    }

    private void Work()
    {
        try
        {
            while (true)
            {
                _jobs.Wait(_ending.Token);
                Take().Run(_cost.Iterations);
                Interlocked.Increment(ref _done);
            }
        }
        catch (OperationCanceledException)
        {
            // The service stops.
        }
        catch (ObjectDisposedException)
        {
            // So it did.
        }
    }

    private Job Take()
    {
        lock (_gate)
        {
            return _saving.TryDequeue(out var job) ? job : _trying.Dequeue();
        }
    }

    private sealed record Job(ReceiptCode Code, byte[] Salt, CancellationToken Cancelled)
    {
        public TaskCompletionSource<byte[]?> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Run(int iterations)
        {
            if (Cancelled.IsCancellationRequested)
            {
                Result.TrySetCanceled(Cancelled);
                return;
            }

            Result.TrySetResult(Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(Code.Plain), Salt, iterations, HashAlgorithmName.SHA256, 32));
        }
    }
}
