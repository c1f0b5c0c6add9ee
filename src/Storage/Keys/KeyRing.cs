namespace Outreach.Storage.Keys;

/// <summary>The keys of this node's roles, opened from <c>Storage:KeyDirectory</c>.</summary>
public sealed class KeyRing
{
    /// <summary>HMAC of a conversation (<c>public/</c>): finds its state and its subscriber without telling who it is.</summary>
    public byte[] ConversationKey(string channel, string address) => throw new NotSupportedException();

    /// <summary>HMAC of an update (<c>public/</c>), under another key than conversations.</summary>
    public byte[] SeenKey(string channel, string updateId) => throw new NotSupportedException();

    /// <summary>Seals an address (<c>sender/</c>), bound to the row that will hold it.</summary>
    public byte[] SealAddress(string table, Guid rowId, string address) => throw new NotSupportedException();

    /// <summary>Opens what <see cref="SealAddress"/> sealed.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It was sealed for another row, with another key, or changed.</exception>
    public string OpenAddress(string table, Guid rowId, ReadOnlySpan<byte> sealedAddress) => throw new NotSupportedException();

    /// <summary>HMAC for tokens handed to browsers (<c>public/</c>): Direct Line tokens, the chat page's conversation token.</summary>
    public byte[] SignToken(ReadOnlySpan<byte> payload) => throw new NotSupportedException();
}
