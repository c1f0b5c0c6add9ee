using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace Outreach.Scheduler.Campaigns;

/// <summary>
/// Lets whoever holds it see one message of a campaign before it is sent: <c>thu_</c> and 44 characters of base64url. It names neither the
/// staff who asked for it nor a chat. Short enough for the start of a Telegram chat (64) and, with the number of a button, for what a
/// button sends back (64).
/// </summary>
/// <param name="Message">From 0; of a series, which of the twelve.</param>
/// <param name="Until">The first second at which it is worth nothing any more.</param>
internal sealed record TestTicket(Guid CampaignId, int Message, DateTimeOffset Until)
{
    private const string Prefix = "thu_";
    private const int IdBytes = 16;
    private const int SignedBytes = IdBytes + 1 + sizeof(uint);

    /// <summary>96 bits, and a quarter of an hour to guess them in.</summary>
    private const int MacBytes = 12;

    private const int BodyChars = (SignedBytes + MacBytes) * 4 / 3;

    private static readonly SearchValues<char> Base64UrlChars = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>Whether it has a ticket's form; no answer's id can have it, as ids know no underscore.</summary>
    public static bool HasForm(string text) =>
        text.Length == Prefix.Length + BodyChars && text.StartsWith(Prefix, StringComparison.Ordinal)
        && text.AsSpan(Prefix.Length).IndexOfAnyExcept(Base64UrlChars) < 0;

    /// <returns>Null when it was not signed with this key.</returns>
    public static TestTicket? Read(string text, byte[] key)
    {
        Span<byte> bytes = stackalloc byte[SignedBytes + MacBytes];
        if (!HasForm(text) || !Base64Url.TryDecodeFromChars(text.AsSpan(Prefix.Length), bytes, out var read) || read != bytes.Length
            || !CryptographicOperations.FixedTimeEquals(Mac(bytes[..SignedBytes], key), bytes[SignedBytes..]))
        {
            return null;
        }

        return new TestTicket(
            new Guid(bytes[..IdBytes], bigEndian: true), bytes[IdBytes], DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadUInt32BigEndian(bytes[(IdBytes + 1)..])));
    }

    public string Sign(byte[] key)
    {
        Span<byte> bytes = stackalloc byte[SignedBytes + MacBytes];
        CampaignId.TryWriteBytes(bytes, bigEndian: true, out _);
        bytes[IdBytes] = checked((byte)Message);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[(IdBytes + 1)..], checked((uint)Until.ToUnixTimeSeconds()));
        Mac(bytes[..SignedBytes], key).CopyTo(bytes[SignedBytes..]);
        return Prefix + Base64Url.EncodeToString(bytes);
    }

    private static byte[] Mac(ReadOnlySpan<byte> signed, byte[] key) => HMACSHA256.HashData(key, signed)[..MacBytes];
}
