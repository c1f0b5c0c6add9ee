using System.Security.Cryptography;
using Outreach.Storage.Keys;

namespace Outreach.Storage.Staff;

/// <summary>
/// A line of the audit that tells of a case, on its first day: in no order and with no hour. When its day is over it becomes an
/// <see cref="AuditEntry"/> among all of that day, in random order. Written at once into the chain it would stand for ever between
/// lines that carry hours.
/// </summary>
public sealed class WaitingEntry
{
    public const string Table = "audit_waiting";

    public Guid Id { get; init; } = Guid.NewGuid();
    public required DateOnly On { get; init; }
    public required Guid? StaffId { get; init; }
    public required AuditAction Action { get; init; }
    public required Guid CaseId { get; init; }
    public required string? Source { get; init; }

    /// <summary>Number of the console's master key that <see cref="Mac"/> was made with.</summary>
    public required short KeyId { get; init; }

    /// <summary>HMAC-SHA-256 of this line alone: there is none before it.</summary>
    public byte[] Mac { get; private set; } = [];

    internal static WaitingEntry Of(AuditDraft draft, DateOnly on, KeyRing keys)
    {
        var entry = new WaitingEntry
        {
            On = on,
            StaffId = draft.StaffId,
            Action = draft.Action,
            CaseId = draft.Id is { } id ? Guid.Parse(id) : throw new ArgumentException("A line of a case names the case.", nameof(draft)),
            Source = draft.Source,
            KeyId = keys.CurrentAuditKey.Id,
        };
        entry.Mac = entry.ComputeMac(keys.WaitingAuditKey(keys.CurrentAuditKey.Id)!);
        return entry;
    }

    internal bool Holds(KeyRing keys) =>
        KeyId is > 0 and <= byte.MaxValue && keys.WaitingAuditKey((byte)KeyId) is { } key && CryptographicOperations.FixedTimeEquals(ComputeMac(key), Mac);

    internal AuditDraft ToDraft() => new(StaffId, Action, AuditKind.Case, CaseId.ToString("D")) { Source = Source };

    private byte[] ComputeMac(byte[] key)
    {
        using var line = new LineMac(key);
        line.Add(Id.ToString("D"));
        line.Add(On.DayNumber);
        line.Add(StaffId?.ToString("D"));
        line.Add(Action.ToString());
        line.Add(CaseId.ToString("D"));
        line.Add(Source);
        line.Add(KeyId);
        return line.Finish();
    }
}
