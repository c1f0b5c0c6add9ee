using System.Security.Cryptography;

namespace Outreach.Storage.Local;

/// <summary>The cluster's random password, in a file of the service's own user.</summary>
internal static class ClusterPassword
{
    public static string FileOf(string directory) => Path.Combine(directory, "postgres.password");

    /// <summary>Reads it, or makes it at the first start.</summary>
    public static string Ensure(string directory)
    {
        var file = FileOf(directory);
        if (File.Exists(file))
        {
            return File.ReadAllText(file).Trim();
        }

        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(file, options);
        stream.Write(System.Text.Encoding.ASCII.GetBytes(password));
        stream.Flush(flushToDisk: true);
        return password;
    }
}
