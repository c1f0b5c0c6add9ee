using System.Buffers.Binary;
using Outreach.Cases.Vault;

namespace Outreach.Cases.Retention;

/// <summary>
/// The erasures outside the database, in a file beside the keys (which no backup holds): a restored backup has forgotten
/// them, and by this file they are done again. Entries of 20 bytes: case id, day number.
/// </summary>
internal sealed class ErasureNotes(ISecrets files)
{
    private const string Name = "erasures";
    private const int IdBytes = 16;
    private const int Bytes = IdBytes + 4;

    public Task AddAsync(Guid caseId, DateOnly on, CancellationToken cancellationToken) => files.ChangeAsync(
        Name,
        file =>
        {
            if (Read(file).Any(note => note.CaseId == caseId))
            {
                return file;
            }

            var entry = new byte[Bytes];
            caseId.TryWriteBytes(entry, bigEndian: true, out _);
            BinaryPrimitives.WriteInt32BigEndian(entry.AsSpan(IdBytes), on.DayNumber);
            return [.. file.AsSpan(0, Whole(file)), .. entry];
        },
        cancellationToken);

    public async Task<IReadOnlyList<(Guid CaseId, DateOnly On)>> ReadAsync(CancellationToken cancellationToken) =>
        Read(await files.ReadAsync(Name, cancellationToken));

    /// <summary>Drops notes of that day and before: older than any backup that could still be opened.</summary>
    public Task PruneAsync(DateOnly upTo, CancellationToken cancellationToken) => files.ChangeAsync(
        Name,
        file =>
        {
            var kept = Read(file).Where(note => note.On > upTo).ToList();
            if (kept.Count * Bytes == (file?.Length ?? 0))
            {
                return file;
            }

            var changed = new byte[kept.Count * Bytes];
            for (var i = 0; i < kept.Count; i++)
            {
                kept[i].CaseId.TryWriteBytes(changed.AsSpan(i * Bytes), bigEndian: true, out _);
                BinaryPrimitives.WriteInt32BigEndian(changed.AsSpan((i * Bytes) + IdBytes), kept[i].On.DayNumber);
            }

            return changed;
        },
        cancellationToken);

    private static int Whole(byte[]? file) => (file?.Length ?? 0) / Bytes * Bytes;

    private static List<(Guid CaseId, DateOnly On)> Read(byte[]? file) =>
    [
        .. Enumerable.Range(0, Whole(file) / Bytes).Select(i =>
            (new Guid(file.AsSpan(i * Bytes, IdBytes), bigEndian: true), DateOnly.FromDayNumber(BinaryPrimitives.ReadInt32BigEndian(file.AsSpan((i * Bytes) + IdBytes))))),
    ];
}
