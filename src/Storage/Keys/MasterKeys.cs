using System.Security.Cryptography;

namespace Outreach.Storage.Keys;

/// <summary>The master keys of one folder, by number. The highest seals; all of them open.</summary>
internal sealed class MasterKeys(IReadOnlyDictionary<byte, byte[]> keys)
{
    /// <summary>Length of a master key in bytes.</summary>
    public const int KeyBytes = 32;

    public byte Current { get; } = keys.Keys.Max();

    /// <summary>A key for one use: HKDF-SHA-256 of master key <paramref name="id"/>, or null when this folder has no such key.</summary>
    public byte[]? Derive(byte id, string use) => keys.TryGetValue(id, out var master)
        ? HKDF.DeriveKey(HashAlgorithmName.SHA256, master, KeyBytes, info: System.Text.Encoding.ASCII.GetBytes("outreach/" + use))
        : null;

    public IEnumerable<byte> Ids => keys.Keys.Order();

    public static MasterKeys Random() => new(new Dictionary<byte, byte[]> { [1] = RandomNumberGenerator.GetBytes(KeyBytes) });
}
