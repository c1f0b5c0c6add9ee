using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Outreach.Storage.Staff;

/// <summary>HMAC-SHA-256 over the fields of a line of the audit, each behind its length: what ends one can then not begin the next.</summary>
internal sealed class LineMac(byte[] key) : IDisposable
{
    private readonly IncrementalHash _line = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);

    public void Add(string? text)
    {
        if (text is null)
        {
            Add(-1);
        }
        else
        {
            Add(Encoding.UTF8.GetBytes(text));
        }
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        Add(bytes.Length);
        _line.AppendData(bytes);
    }

    public void Add(long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        _line.AppendData(bytes);
    }

    public byte[] Finish() => _line.GetHashAndReset();

    public void Dispose() => _line.Dispose();
}
