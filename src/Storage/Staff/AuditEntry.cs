namespace Outreach.Storage.Staff;

/// <summary>One line of the audit, bound to the line before it. The database refuses to change or delete it.</summary>
public sealed class AuditEntry
{
    public const string Table = "audit_entries";

    /// <summary>Longest <see cref="Id"/> and <see cref="Source"/>.</summary>
    internal const int MaxChars = 128;

    /// <summary>Its place in the chain, from 1 without gaps.</summary>
    public required long Number { get; init; }

    public required Guid? StaffId { get; init; }
    public required AuditAction Action { get; init; }
    public required AuditKind What { get; init; }
    public required string? Id { get; init; }
    public required string? Source { get; init; }

    /// <summary>The hour (UTC). Of a case's line the day alone, as its midnight in UTC: who knows when people were about could tell from the hour who asked.</summary>
    public required DateTimeOffset Hour { get; init; }

    /// <summary>Number of the console's master key that <see cref="Mac"/> was made with.</summary>
    public required short KeyId { get; init; }

    /// <summary>HMAC-SHA-256 of the line before's and of this line.</summary>
    public byte[] Mac { get; internal set; } = [];

    /// <param name="key">The audit key of <see cref="KeyId"/>.</param>
    /// <param name="previous">The MAC of the line before; empty for the first.</param>
    internal byte[] ComputeMac(byte[] key, ReadOnlySpan<byte> previous)
    {
        using var line = new LineMac(key);
        line.Add(previous);
        line.Add(Number);
        line.Add(StaffId?.ToString("D"));
        line.Add(Action.ToString());
        line.Add(What.ToString());
        line.Add(Id);
        line.Add(Source);
        line.Add(Hour.ToUnixTimeSeconds());
        line.Add(KeyId);
        return line.Finish();
    }
}
