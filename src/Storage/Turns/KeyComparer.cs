namespace Outreach.Storage.Turns;

/// <summary>Compares keys by their bytes.</summary>
internal sealed class KeyComparer : IEqualityComparer<byte[]>, IComparer<byte[]>
{
    public static KeyComparer Instance { get; } = new();

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    // Keys are HMACs: any four bytes of them are as good as a hash.
    public int GetHashCode(byte[] obj) => obj.Length >= 4 ? BitConverter.ToInt32(obj) : obj.Length;

    public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
}
