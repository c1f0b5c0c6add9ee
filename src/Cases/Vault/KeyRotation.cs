namespace Outreach.Cases.Vault;

/// <summary>Makes this month's key where it is missing, moves live cases to it, destroys what has served its time (<c>keys rotate</c>, and every hour).</summary>
public sealed class KeyRotation
{
    private readonly EpochMaker _maker;
    private readonly Rewrapping _rewrapping;

    internal KeyRotation(EpochMaker maker, Rewrapping rewrapping) => (_maker, _rewrapping) = (maker, rewrapping);

    public async Task<RotationResult> RunAsync(CancellationToken cancellationToken)
    {
        await _maker.EnsureAsync(cancellationToken);
        return await _rewrapping.RunAsync(cancellationToken);
    }
}
