using System.Security.Cryptography;
using System.Text;

namespace Outreach.Storage.Keys;

/// <summary>AES-256-GCM bound to the place where the ciphertext lies: version · key number · nonce (12) · tag (16) · ciphertext.</summary>
/// <remarks>The bound place is <c>outreach|table|column|row id|key number</c>: a ciphertext moved to another row or column does not open.</remarks>
internal static class SealedEnvelope
{
    private const byte Version = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HeaderBytes = 2 + NonceBytes + TagBytes;

    public static byte[] Seal(MasterKeys keys, string use, SealedPlace place, string text)
    {
        var envelope = new byte[HeaderBytes + Encoding.UTF8.GetByteCount(text)];
        envelope[0] = Version;
        envelope[1] = keys.Current;
        RandomNumberGenerator.Fill(envelope.AsSpan(2, NonceBytes));
        using var cipher = new AesGcm(keys.Derive(keys.Current, use)!, TagBytes);
        cipher.Encrypt(
            envelope.AsSpan(2, NonceBytes),
            Encoding.UTF8.GetBytes(text),
            envelope.AsSpan(HeaderBytes),
            envelope.AsSpan(2 + NonceBytes, TagBytes),
            place.Bound(keys.Current));
        return envelope;
    }

    public static string Open(MasterKeys keys, string use, SealedPlace place, ReadOnlySpan<byte> envelope)
    {
        if (envelope.Length < HeaderBytes || envelope[0] != Version || keys.Derive(envelope[1], use) is not { } key)
        {
            throw new CryptographicException("Not an envelope of this service, or its key is not in the key folder.");
        }

        var text = new byte[envelope.Length - HeaderBytes];
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Decrypt(
            envelope.Slice(2, NonceBytes),
            envelope[HeaderBytes..],
            envelope.Slice(2 + NonceBytes, TagBytes),
            text,
            place.Bound(envelope[1]));
        return Encoding.UTF8.GetString(text);
    }
}
