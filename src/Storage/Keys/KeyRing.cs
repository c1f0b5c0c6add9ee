using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Outreach.Storage.Keys;

/// <summary>The keys of this node's roles, opened from <c>Storage:KeyDirectory</c>.</summary>
public sealed class KeyRing
{
    /// <summary>128 bits of an HMAC are more than anyone can meet twice, and half the index of the hottest table.</summary>
    private const int LookupBytes = 16;

    private readonly MasterKeys? _public;
    private readonly MasterKeys? _sender;
    private readonly MasterKeys? _console;
    private readonly byte[]? _conversations;
    private readonly byte[]? _updates;
    private readonly byte[]? _tokens;

    internal KeyRing(MasterKeys? publicKeys, MasterKeys? sender, MasterKeys? console)
    {
        _public = publicKeys;
        _sender = sender;
        _console = console;
        // What is found by HMAC must be found after a rotation too: the first public key stays the lookup key.
        _conversations = publicKeys?.Derive(1, "public/conversation");
        _updates = publicKeys?.Derive(1, "public/update");
        _tokens = publicKeys?.Derive(1, "public/token");
        Prints = new KeyPrints(Print(publicKeys), Print(sender), Print(console));
    }

    /// <summary>What the database remembers of the keys it was written with; tells nothing of a key.</summary>
    internal KeyPrints Prints { get; }

    /// <summary>The folder of all keys; null = they live in this process alone.</summary>
    internal string? KeyDirectory { get; private init; }

    /// <summary>Whether this node's roles let it keep somebody's address so that it is found again.</summary>
    internal bool SealsAddresses => _public is not null && _sender is not null;

    /// <summary>A key of <c>public/</c> for one use, to find things by: the first key's, whatever rotates after it.</summary>
    internal byte[] LookupKey(string use) => _public?.Derive(1, "public/" + use) ?? throw NotOpened("public");

    /// <summary>A key of <c>sender/</c> for one use, to find things by: the first key's, whatever rotates after it.</summary>
    internal byte[] SenderLookupKey(string use) => _sender?.Derive(1, "sender/" + use) ?? throw NotOpened("sender");

    /// <summary>Keys that live in this process alone and are gone with it.</summary>
    public static KeyRing Ephemeral() => new(MasterKeys.Random(), MasterKeys.Random(), MasterKeys.Random());

    /// <summary>Opens, and at the first start makes, the folders that these roles need; the others are not touched.</summary>
    /// <exception cref="StorageStartException">A folder is open to others or a file in it is no key.</exception>
    public static KeyRing Open(string directory, NodeRoles roles)
    {
        MasterKeys? Folder(NodeRoles needing, string name) =>
            (roles & needing) == 0 ? null : KeyFolder.OpenOrCreate(Path.Combine(directory, name));

        // A public node seals addresses, and a sender finds who left: both need both.
        const NodeRoles Reaching = NodeRoles.Public | NodeRoles.Sender;
        return new KeyRing(Folder(Reaching, "public"), Folder(Reaching, "sender"), Folder(NodeRoles.Console, "console")) { KeyDirectory = directory };
    }

    /// <summary>Marks of the folders that are there and in order.</summary>
    internal static KeyPrints ReadPrints(string directory)
    {
        string? PrintOf(string name)
        {
            var folder = Path.Combine(directory, name);
            return KeyFolder.FindFault(folder) is null && KeyFolder.IsMade(folder) ? Print(KeyFolder.OpenOrCreate(folder)) : null;
        }

        return new KeyPrints(PrintOf("public"), PrintOf("sender"), PrintOf("console"));
    }

    /// <summary>HMAC of a conversation (<c>public/</c>): finds its state and its subscriber without telling who it is.</summary>
    public byte[] ConversationKey(string channel, string address) => Lookup(_conversations, channel, address);

    /// <summary>HMAC of an update (<c>public/</c>), under another key than conversations.</summary>
    public byte[] SeenKey(string channel, string updateId) => Lookup(_updates, channel, updateId);

    /// <summary>Seals an address (<c>sender/</c>), bound to the row that will hold it.</summary>
    public byte[] SealAddress(string table, Guid rowId, string address) =>
        SealedEnvelope.Seal(Sender, "sender/address", new SealedPlace(table, "address", rowId), address);

    /// <summary>Opens what <see cref="SealAddress"/> sealed.</summary>
    /// <exception cref="CryptographicException">It was sealed for another row, with another key, or changed.</exception>
    public string OpenAddress(string table, Guid rowId, ReadOnlySpan<byte> sealedAddress) =>
        SealedEnvelope.Open(Sender, "sender/address", new SealedPlace(table, "address", rowId), sealedAddress);

    /// <summary>Seals the key of a staff member's second factor (<c>console/</c>), bound to their row.</summary>
    public byte[] SealAuthenticatorKey(Guid staffId, string key) =>
        SealedEnvelope.Seal(Console, "console/authenticator", AuthenticatorPlace(staffId), key);

    /// <summary>Opens what <see cref="SealAuthenticatorKey"/> sealed.</summary>
    /// <exception cref="CryptographicException">It was sealed for another member, with another key, or changed.</exception>
    public string OpenAuthenticatorKey(Guid staffId, ReadOnlySpan<byte> sealedKey) =>
        SealedEnvelope.Open(Console, "console/authenticator", AuthenticatorPlace(staffId), sealedKey);

    /// <summary>Seals a key that signs the console's sessions (<c>console/</c>).</summary>
    public byte[] SealSessionKey(Guid id, string xml) => SealedEnvelope.Seal(Console, "console/session-key", SessionPlace(id), xml);

    /// <summary>Opens what <see cref="SealSessionKey"/> sealed.</summary>
    /// <exception cref="CryptographicException">It was sealed with another key, or changed.</exception>
    public string OpenSessionKey(Guid id, ReadOnlySpan<byte> sealedXml) =>
        SealedEnvelope.Open(Console, "console/session-key", SessionPlace(id), sealedXml);

    /// <summary>A folder under <c>console/</c>, closed to others and made if it is not there; null = keys live in this process alone.</summary>
    public string? OpenConsoleFolder(string name)
    {
        if (KeyDirectory is null)
        {
            return null;
        }

        var folder = Path.Combine(KeyDirectory, "console", name);
        KeyFolder.CreateFolder(folder);
        return folder;
    }

    /// <summary>HMAC of a recovery code (<c>console/</c>): without the key folder the codes cannot be guessed from the database.</summary>
    public byte[] RecoveryCodeHash(Guid staffId, string code) =>
        HMACSHA256.HashData(Console.Derive(1, "console/recovery-code")!, Encoding.UTF8.GetBytes($"{staffId:D}|{code}"));

    /// <summary>The audit's key under one master key of <c>console/</c>; null when there is no such key.</summary>
    internal byte[]? AuditKey(byte id) => Console.Derive(id, "console/audit");

    /// <summary>The same for lines that are not in the chain yet.</summary>
    internal byte[]? WaitingAuditKey(byte id) => Console.Derive(id, "console/audit-waiting");

    internal (byte Id, byte[] Key) CurrentAuditKey => (Console.Current, AuditKey(Console.Current)!);

    /// <summary>HMAC for tokens handed to browsers (<c>public/</c>): Direct Line tokens, the chat page's conversation token.</summary>
    public byte[] SignToken(ReadOnlySpan<byte> payload) => HMACSHA256.HashData(_tokens ?? throw NotOpened("public"), payload);

    private MasterKeys Sender => _sender ?? throw NotOpened("sender");

    private MasterKeys Console => _console ?? throw NotOpened("console");

    private static SealedPlace SessionPlace(Guid id) => new("sessions", "key", id);

    private static SealedPlace AuthenticatorPlace(Guid staffId) => new(Staff.StaffMember.Table, "sealed_authenticator_key", staffId);

    private static byte[] Lookup(byte[]? key, string channel, string id)
    {
        // The length in front parts the two: ("ab", "c") and ("a", "bc") must differ.
        var channelBytes = Encoding.UTF8.GetByteCount(channel);
        var message = new byte[4 + channelBytes + Encoding.UTF8.GetByteCount(id)];
        BinaryPrimitives.WriteInt32BigEndian(message, channelBytes);
        Encoding.UTF8.GetBytes(channel, message.AsSpan(4));
        Encoding.UTF8.GetBytes(id, message.AsSpan(4 + channelBytes));
        return HMACSHA256.HashData(key ?? throw NotOpened("public"), message)[..LookupBytes];
    }

    private static string? Print(MasterKeys? keys) => keys?.Derive(keys.Ids.First(), "print") is { } print ? Convert.ToHexStringLower(print.AsSpan(0, 8)) : null;

    private static InvalidOperationException NotOpened(string folder) => new($"This node's roles do not open the {folder} keys.");
}
