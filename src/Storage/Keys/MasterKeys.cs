using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Outreach.Storage.Keys;

/// <summary>The master keys of one folder, by number. The highest seals; all of them open.</summary>
internal sealed class MasterKeys(IReadOnlyDictionary<byte, byte[]> keys)
{
    /// <summary>Length of a master key in bytes.</summary>
    public const int KeyBytes = 32;

    private readonly ConcurrentDictionary<(byte Id, string Use), byte[]> _derived = new();

    public byte Current { get; } = keys.Keys.Max();

    /// <summary>A key for one use: HKDF-SHA-256 of master key <paramref name="id"/>, or null when this folder has no such key.</summary>
    public byte[]? Derive(byte id, string use) => keys.TryGetValue(id, out var master)
        ? _derived.GetOrAdd((id, use), static (of, from) => HKDF.DeriveKey(HashAlgorithmName.SHA256, from, KeyBytes, info: Encoding.ASCII.GetBytes("outreach/" + of.Use)), master)
        : null;

    public IEnumerable<byte> Ids => keys.Keys.Order();

    public static MasterKeys Random() => new(new Dictionary<byte, byte[]> { [1] = RandomNumberGenerator.GetBytes(KeyBytes) });
}
