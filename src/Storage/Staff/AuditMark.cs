using System.Globalization;
using System.Security.Cryptography;

namespace Outreach.Storage.Staff;

/// <summary>
/// How long the audit's chain was when it was last found whole, and the MAC of its last line: kept beside the console's keys, out of
/// reach of whoever has the database alone. A chain that ends earlier had its end cut off; nothing in the table itself shows that.
/// </summary>
/// <param name="Lines">How many lines there were; 0 = none was ever seen.</param>
/// <remarks>Written when the chain is walked, not with each line: the file's time would tell the minute of a case's line.</remarks>
internal sealed record AuditMark(long Lines, byte[] Mac)
{
    private const string FileName = "audit-end";

    public static AuditMark None { get; } = new(0, []);

    public static string PathIn(string keyDirectory) => Path.Combine(keyDirectory, "console", FileName);

    /// <returns>Null when the file is there and is no mark.</returns>
    public static AuditMark? Read(string path)
    {
        if (!File.Exists(path))
        {
            return None;
        }

        var parts = File.ReadAllText(path).Trim().Split(' ');
        var mac = new byte[HMACSHA256.HashSizeInBytes];
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var lines) && lines > 0
            && Convert.TryFromBase64String(parts[1], mac, out var written) && written == mac.Length
            ? new AuditMark(lines, mac)
            : null;
    }

    public static void Forget(string path)
    {
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    /// <summary>Puts the file in place whole: after a power cut it is the old one or this.</summary>
    public void Write(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        // Two nodes may share the folder.
        var fresh = $"{path}.{Guid.NewGuid():N}";
        using (var stream = new FileStream(fresh, options))
        {
            stream.Write(System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Lines} {Convert.ToBase64String(Mac)}\n")));
            stream.Flush(flushToDisk: true);
        }

        File.Move(fresh, path, overwrite: true);
    }
}
