using System.Text;

namespace Outreach.Storage.Keys;

/// <summary>Where a ciphertext lies: what it is bound to.</summary>
internal readonly record struct SealedPlace(string Table, string Column, Guid RowId)
{
    public byte[] Bound(byte keyId) => Encoding.UTF8.GetBytes($"outreach|{Table}|{Column}|{RowId:D}|{keyId}");
}
