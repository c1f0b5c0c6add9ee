using System.Buffers.Text;
using System.Security.Cryptography;
using Outreach.Storage.Keys;

namespace Outreach.Bot.Web;

/// <summary>
/// The chat page's conversation: an id that only this service can have given out, carried in a hidden field.
/// There is no cookie, so no other site can make a browser post into somebody's conversation.
/// </summary>
internal sealed class ConversationTokens(KeyRing keys)
{
    private const int IdBytes = 16;
    private const int TagBytes = 16;

    public string New() => Sign(RandomNumberGenerator.GetBytes(IdBytes));

    /// <summary>The conversation's id, or null when the token is not one of ours.</summary>
    public string? Read(string? token)
    {
        if (token is null || token.Length > 64 || !Base64Url.IsValid(token))
        {
            return null;
        }

        var bytes = new byte[IdBytes + TagBytes];
        if (!Base64Url.TryDecodeFromChars(token, bytes, out var written) || written != bytes.Length)
        {
            return null;
        }

        var id = bytes.AsSpan(0, IdBytes);
        return CryptographicOperations.FixedTimeEquals(Tag(id), bytes.AsSpan(IdBytes)) ? Convert.ToHexStringLower(id) : null;
    }

    private string Sign(byte[] id) => Base64Url.EncodeToString([.. id, .. Tag(id)]);

    // The purpose is part of what is signed: a Direct Line token is no token of the page.
    private ReadOnlySpan<byte> Tag(ReadOnlySpan<byte> id) => keys.SignToken([.. "web:"u8, .. id]).AsSpan(0, TagBytes);
}
