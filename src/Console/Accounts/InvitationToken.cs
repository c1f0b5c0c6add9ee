using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Outreach.Staff.Accounts;

/// <summary>The secret in a one-time link: 32 random bytes. The database has its hash alone.</summary>
internal static class InvitationToken
{
    public const string Path = "/moi/";
    public static readonly TimeSpan GoodFor = TimeSpan.FromHours(24);

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
