namespace Outreach.Cases.Vault;

/// <summary>The bytes of a link file: entries of 48 bytes (link id, key); one of zeros is free.</summary>
internal static class LinkSlots
{
    private const int IdBytes = 16;
    private const int Bytes = IdBytes + CaseCipher.KeyBytes;

    public static IReadOnlyList<LinkSlot> Read(byte[]? file)
    {
        var slots = new List<LinkSlot>();
        // A shorter rest is an entry that was being written when the power went: its case was never saved.
        for (var at = 0; at + Bytes <= (file?.Length ?? 0); at += Bytes)
        {
            var id = new Guid(file.AsSpan(at, IdBytes), bigEndian: true);
            if (id != Guid.Empty)
            {
                slots.Add(new LinkSlot(id, file.AsSpan(at + IdBytes, CaseCipher.KeyBytes).ToArray()));
            }
        }

        return slots;
    }

    /// <summary>The same with one more entry; a link that is there already is not written twice.</summary>
    public static byte[] With(byte[]? file, LinkSlot slot)
    {
        if (file is not null && Read(file).Any(known => known.LinkId == slot.LinkId))
        {
            return file;
        }

        var whole = (file?.Length ?? 0) / Bytes * Bytes;
        var place = Enumerable.Range(0, whole / Bytes).Select(i => i * Bytes)
            .FirstOrDefault(at => file.AsSpan(at, Bytes).IndexOfAnyExcept((byte)0) < 0, whole);
        var changed = new byte[Math.Max(whole, place + Bytes)];
        file?.AsSpan(0, whole).CopyTo(changed);
        slot.LinkId.TryWriteBytes(changed.AsSpan(place), bigEndian: true, out _);
        slot.Key.CopyTo(changed.AsSpan(place + IdBytes));
        return changed;
    }

    /// <returns>The same bytes with zeros over the entry; null when none is left.</returns>
    public static byte[]? Without(byte[]? file, Guid linkId)
    {
        if (file is null)
        {
            return null;
        }

        var changed = file.ToArray();
        for (var at = 0; at + Bytes <= changed.Length; at += Bytes)
        {
            if (new Guid(changed.AsSpan(at, IdBytes), bigEndian: true) == linkId)
            {
                changed.AsSpan(at, Bytes).Clear();
            }
        }

        return changed.AsSpan(0, changed.Length / Bytes * Bytes).IndexOfAnyExcept((byte)0) < 0 ? null : changed;
    }
}
