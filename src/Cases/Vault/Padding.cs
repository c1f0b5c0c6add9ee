using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Outreach.Cases.Vault;

/// <summary>Texts in blocks of 256 bytes, so that a ciphertext's length tells little: length (4, big-endian) · UTF-8 · zeros.</summary>
internal static class Padding
{
    public const int Block = 256;
    private const int LengthBytes = 4;

    public static byte[] Pad(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        var padded = new byte[(LengthBytes + length + Block - 1) / Block * Block];
        BinaryPrimitives.WriteInt32BigEndian(padded, length);
        Encoding.UTF8.GetBytes(text, padded.AsSpan(LengthBytes));
        return padded;
    }

    public static string Unpad(ReadOnlySpan<byte> padded)
    {
        var length = padded.Length < LengthBytes ? -1 : BinaryPrimitives.ReadInt32BigEndian(padded);
        return length >= 0 && length <= padded.Length - LengthBytes
            ? Encoding.UTF8.GetString(padded.Slice(LengthBytes, length))
            : throw new CryptographicException("Not a padded text.");
    }
}
