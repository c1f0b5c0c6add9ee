namespace Outreach.Channels;

/// <summary>Keeps how far a polling channel has read, over restarts.</summary>
public interface IPollOffsets
{
    Task<long?> LoadAsync(string channel, CancellationToken cancellationToken);

    Task SaveAsync(string channel, long offset, CancellationToken cancellationToken);
}
