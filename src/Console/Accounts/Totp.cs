using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Outreach.Staff.Accounts;

/// <summary>Time-based codes of six digits (RFC 6238: SHA-1, steps of 30 seconds), as every authenticator app makes them.</summary>
/// <remarks>Our own and not Identity's provider: that asks the system's clock, and takes a code as often as it is shown to it.</remarks>
internal static class Totp
{
    private const int KeyBytes = 20;
    private const int StepSeconds = 30;

    /// <summary>A phone's clock may be a step off, either way.</summary>
    private const int Leeway = 1;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new key, as an app takes it when it is typed in.</summary>
    public static string NewKey()
    {
        var bytes = RandomNumberGenerator.GetBytes(KeyBytes);
        return string.Concat(Enumerable.Range(0, KeyBytes * 8 / 5).Select(group => Base32[Bits(bytes, group * 5)]));
    }

    /// <param name="lastStep">The step of the last code taken: it and those before are taken no more.</param>
    /// <returns>The step of the code; null when it is wrong.</returns>
    public static long? Find(string key, string typed, DateTimeOffset now, long lastStep)
    {
        var code = new string([.. typed.Where(char.IsAsciiDigit)]);
        if (code.Length != 6)
        {
            return null;
        }

        var current = now.ToUnixTimeSeconds() / StepSeconds;
        long? found = null;
        for (var step = current - Leeway; step <= current + Leeway; step++)
        {
            var same = CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(At(key, step)), System.Text.Encoding.ASCII.GetBytes(code));
            if (same && step > lastStep)
            {
                found ??= step;
            }
        }

        return found;
    }

    /// <summary>The code of a moment.</summary>
    public static string At(string key, DateTimeOffset moment) => At(key, moment.ToUnixTimeSeconds() / StepSeconds);

    /// <summary>What the QR code says to an authenticator app.</summary>
    public static string Address(string organisation, string name, string key) =>
        $"otpauth://totp/{Uri.EscapeDataString(organisation)}:{Uri.EscapeDataString(name)}?secret={key}&issuer={Uri.EscapeDataString(organisation)}&algorithm=SHA1&digits=6&period={StepSeconds}";

    private static string At(string key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238 as authenticator apps speak it; an HMAC does not suffer from SHA-1's collisions.
        var hash = HMACSHA1.HashData(Decode(key), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF, 4)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string key)
    {
        var bytes = new byte[key.Length * 5 / 8];
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var value = Base32.IndexOf(key[bit / 5], StringComparison.Ordinal);
            bytes[bit / 8] |= (byte)(((value >> (4 - (bit % 5))) & 1) << (7 - (bit % 8)));
        }

        return bytes;
    }

    private static int Bits(byte[] bytes, int from) =>
        Enumerable.Range(from, 5).Aggregate(0, (value, bit) => (value << 1) | ((bytes[bit / 8] >> (7 - (bit % 8))) & 1));
}
