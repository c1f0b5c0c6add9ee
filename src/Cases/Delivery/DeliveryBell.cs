namespace Outreach.Cases.Delivery;

/// <summary>Wakes the sender of this process at once; one on another machine looks each second.</summary>
internal sealed class DeliveryBell(TimeProvider time) : IDisposable
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _rung = new(0, 1);

    public void Ring()
    {
        try
        {
            _rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // It rings already.
        }
    }

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var rung = _rung.WaitAsync(enough.Token);
        await Task.WhenAny(rung, Task.Delay(Every, time, enough.Token));
        await enough.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    public void Dispose() => _rung.Dispose();
}
