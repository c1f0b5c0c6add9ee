using System.Security.Cryptography;
using Outreach.Storage.Keys;

namespace Outreach.Cases.Vault;

/// <summary>AES-256-GCM under a key given by the caller, bound to a place: version · nonce (12) · tag (16) · ciphertext.</summary>
internal static class CaseCipher
{
    public const int KeyBytes = 32;
    private const byte Version = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HeaderBytes = 1 + NonceBytes + TagBytes;

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyBytes);

    /// <param name="keyId">Names the key: a ciphertext of one key is not taken for one of another.</param>
    public static byte[] Seal(ReadOnlySpan<byte> key, string keyId, SealedPlace place, ReadOnlySpan<byte> plain)
    {
        var envelope = new byte[HeaderBytes + plain.Length];
        envelope[0] = Version;
        RandomNumberGenerator.Fill(envelope.AsSpan(1, NonceBytes));
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Encrypt(
            envelope.AsSpan(1, NonceBytes), plain, envelope.AsSpan(HeaderBytes), envelope.AsSpan(1 + NonceBytes, TagBytes), place.Bound(keyId));
        return envelope;
    }

    /// <exception cref="CryptographicException">It was sealed for another place, with another key, or changed.</exception>
    public static byte[] Open(ReadOnlySpan<byte> key, string keyId, SealedPlace place, ReadOnlySpan<byte> envelope)
    {
        if (envelope.Length < HeaderBytes || envelope[0] != Version)
        {
            throw new CryptographicException("Not an envelope of this service.");
        }

        var plain = new byte[envelope.Length - HeaderBytes];
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Decrypt(envelope.Slice(1, NonceBytes), envelope[HeaderBytes..], envelope.Slice(1 + NonceBytes, TagBytes), plain, place.Bound(keyId));
        return plain;
    }

    /// <summary>A key for one use: HKDF-SHA-256.</summary>
    public static byte[] Derive(ReadOnlySpan<byte> from, string use)
    {
        var key = new byte[KeyBytes];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, from, key, salt: [], info: System.Text.Encoding.ASCII.GetBytes("outreach/" + use));
        return key;
    }
}
