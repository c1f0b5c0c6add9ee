using System.Security.Cryptography;

namespace Outreach.Cases.Vault;

/// <summary>Secrets of a process that keeps nothing: gone with it.</summary>
internal sealed class MemorySecrets : ISecrets
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, byte[]> _secrets = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Names()
    {
        lock (_gate)
        {
            return [.. _secrets.Keys];
        }
    }

    public Task<byte[]?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(_secrets.GetValueOrDefault(name)?.ToArray());
        }
    }

    public Task ChangeAsync(string name, Func<byte[]?, byte[]?> change, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var before = _secrets.GetValueOrDefault(name);
            var after = change(before?.ToArray())?.ToArray();
            CryptographicOperations.ZeroMemory(before);
            if (after is null)
            {
                _secrets.Remove(name);
            }
            else
            {
                _secrets[name] = after;
            }
        }

        return Task.CompletedTask;
    }
}
