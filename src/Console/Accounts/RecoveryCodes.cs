using System.Security.Cryptography;
using Outreach.Storage.Keys;

namespace Outreach.Staff.Accounts;

/// <summary>Ten codes to sign in with when the phone is lost, each good once. They are shown once and kept as HMACs.</summary>
internal static class RecoveryCodes
{
    public const int Count = 10;

    /// <summary>Without letters and digits that are taken for each other.</summary>
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>As <c>abcde-fghjk</c>: 49 bits.</summary>
    public static IReadOnlyList<string> New() =>
        [.. Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Letters, 5) + "-" + RandomNumberGenerator.GetString(Letters, 5))];

    public static byte[] Hash(KeyRing keys, Guid staffId, string code) =>
        keys.RecoveryCodeHash(staffId, new string([.. code.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]));
}
