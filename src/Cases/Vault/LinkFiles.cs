using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Outreach.Cases.Requests;

namespace Outreach.Cases.Vault;

/// <summary>
/// The keys of links, one small file a chat in <c>keys/sender/links/</c>. A file's name is a keyed hash of the chat, so
/// whoever knows a chat and has the sender's key finds its open cases here; the database leads from no chat to a case.
/// </summary>
internal sealed class LinkFiles(ISecrets files, byte[] nameKey)
{
    // Which file holds which link: read from the folder when a link is asked for that is not here yet.
    private readonly ConcurrentDictionary<Guid, string> _fileOf = new();

    public async Task AddAsync(CaseAddress chat, LinkSlot slot, CancellationToken cancellationToken)
    {
        var name = NameOf(chat);
        await files.ChangeAsync(name, file => LinkSlots.With(file, slot), cancellationToken);
        _fileOf[slot.LinkId] = name;
    }

    public async Task<IReadOnlyList<LinkSlot>> OfChatAsync(CaseAddress chat, CancellationToken cancellationToken) =>
        LinkSlots.Read(await files.ReadAsync(NameOf(chat), cancellationToken));

    /// <returns>The key of a link; null when it was destroyed.</returns>
    public async Task<byte[]?> FindKeyAsync(Guid linkId, CancellationToken cancellationToken)
    {
        var name = await FindFileAsync(linkId, cancellationToken);
        return name is null ? null : LinkSlots.Read(await files.ReadAsync(name, cancellationToken)).FirstOrDefault(slot => slot.LinkId == linkId)?.Key;
    }

    /// <summary>Overwrites the link's key and unlinks the file when it was the last one in it. Nothing when it is gone already.</summary>
    public async Task DestroyAsync(Guid linkId, CancellationToken cancellationToken)
    {
        if (await FindFileAsync(linkId, cancellationToken) is { } name)
        {
            await files.ChangeAsync(name, file => LinkSlots.Without(file, linkId), cancellationToken);
            _fileOf.TryRemove(linkId, out _);
        }
    }

    /// <summary>Every link that has a key here. A file that was overwritten and not yet unlinked goes on the way.</summary>
    public async Task<IReadOnlyCollection<Guid>> AllAsync(CancellationToken cancellationToken)
    {
        var found = new HashSet<Guid>();
        foreach (var name in files.Names())
        {
            var slots = LinkSlots.Read(await files.ReadAsync(name, cancellationToken));
            foreach (var slot in slots)
            {
                _fileOf[slot.LinkId] = name;
                found.Add(slot.LinkId);
            }

            if (slots.Count == 0)
            {
                await files.ChangeAsync(name, file => LinkSlots.Without(file, Guid.Empty), cancellationToken);
            }
        }

        return found;
    }

    private async Task<string?> FindFileAsync(Guid linkId, CancellationToken cancellationToken)
    {
        if (!_fileOf.TryGetValue(linkId, out var name))
        {
            await AllAsync(cancellationToken);
            _fileOf.TryGetValue(linkId, out name);
        }

        return name;
    }

    private string NameOf(CaseAddress chat)
    {
        var channel = Encoding.UTF8.GetBytes(chat.Channel);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, channel.Length);
        byte[] message = [.. length, .. channel, .. Encoding.UTF8.GetBytes(chat.Value)];
        return Convert.ToHexStringLower(HMACSHA256.HashData(nameKey, message));
    }
}
