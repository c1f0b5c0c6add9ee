using System.Globalization;
using System.Text;

namespace Outreach.Storage.Keys;

/// <summary>Where a ciphertext lies: what it is bound to.</summary>
internal readonly record struct SealedPlace(string Table, string Column, Guid RowId)
{
    public byte[] Bound(byte keyId) => Bound(keyId.ToString(CultureInfo.InvariantCulture));

    /// <param name="keyId">Names the key where it is none of a folder's numbered ones.</param>
    public byte[] Bound(string keyId) => Encoding.UTF8.GetBytes($"outreach|{Table}|{Column}|{RowId:D}|{keyId}");
}
