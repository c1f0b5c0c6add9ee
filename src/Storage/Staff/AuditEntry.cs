using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

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

    /// <summary>The hour (UTC), of every line: a finer time beside a case's line would tell the minute of that too.</summary>
    public required DateTimeOffset Hour { get; init; }

    /// <summary>Number of the console's master key that <see cref="Mac"/> was made with.</summary>
    public required short KeyId { get; init; }

    /// <summary>HMAC-SHA-256 of the line before's and of this line.</summary>
    public byte[] Mac { get; internal set; } = [];

    /// <param name="key">The audit key of <see cref="KeyId"/>.</param>
    /// <param name="previous">The MAC of the line before; empty for the first.</param>
    internal byte[] ComputeMac(byte[] key, ReadOnlySpan<byte> previous)
    {
        using var line = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        Append(line, previous);
        Append(line, Number);
        Append(line, StaffId?.ToString("D"));
        Append(line, Action.ToString());
        Append(line, What.ToString());
        Append(line, Id);
        Append(line, Source);
        Append(line, Hour.ToUnixTimeSeconds());
        Append(line, KeyId);
        return line.GetHashAndReset();
    }

    private static void Append(IncrementalHash line, string? text)
    {
        if (text is null)
        {
            Append(line, -1);
        }
        else
        {
            Append(line, Encoding.UTF8.GetBytes(text));
        }
    }

    /// <summary>Its length first: what ends one field can then not begin the next.</summary>
    private static void Append(IncrementalHash line, ReadOnlySpan<byte> bytes)
    {
        Append(line, bytes.Length);
        line.AppendData(bytes);
    }

    private static void Append(IncrementalHash line, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        line.AppendData(bytes);
    }
}
