using System.Security.Cryptography;
using Outreach.Storage.Keys;

namespace Outreach.Cases.Receipts;

/// <summary>The one value that a code is found by: its slow hash under the pepper of <c>keys/public</c>, so that a stolen database alone cannot be searched for codes.</summary>
internal static class ReceiptLookup
{
    public static byte[] Of(KeyRing keys, byte[] hash) => HMACSHA256.HashData(keys.LookupKey("receipt/pepper"), hash);
}
