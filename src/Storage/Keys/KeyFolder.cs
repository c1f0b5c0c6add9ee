using System.Globalization;
using System.Security.Cryptography;

namespace Outreach.Storage.Keys;

/// <summary>One folder of master keys: made at first start (0700, files 0600), refused when others could read it.</summary>
internal static class KeyFolder
{
    private const UnixFileMode OwnerFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const string Prefix = "key-";

    public static MasterKeys OpenOrCreate(string folder)
    {
        if (!Directory.Exists(folder))
        {
            CreateFolder(folder);
        }

        CheckClosed(folder, Directory.Exists(folder) ? new DirectoryInfo(folder).UnixFileMode : default, "700");
        if (!KeyFiles(folder).Any())
        {
            Add(folder, 1);
        }

        return Read(folder);
    }

    public static bool IsMade(string folder) => Directory.Exists(folder) && KeyFiles(folder).Any();

    /// <summary>What is wrong with a folder, without making or changing anything; null = nothing, or it is not there yet.</summary>
    public static string? FindFault(string folder)
    {
        try
        {
            if (IsMade(folder))
            {
                OpenOrCreate(folder);
            }

            return null;
        }
        catch (Exception exception) when (exception is StorageStartException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }

    /// <summary>Adds the next key; the ones before it still open what they sealed.</summary>
    public static byte Rotate(string folder)
    {
        var next = checked((byte)(Read(folder).Current + 1));
        Add(folder, next);
        return next;
    }

    /// <summary>The folder and its parents, closed to others from their first moment.</summary>
    public static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerFolder);
        }
    }

    private static MasterKeys Read(string folder)
    {
        var keys = new Dictionary<byte, byte[]>();
        foreach (var file in KeyFiles(folder))
        {
            CheckClosed(file, new FileInfo(file).UnixFileMode, "600");
            var name = Path.GetFileName(file);
            if (!byte.TryParse(name.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id == 0)
            {
                throw new StorageStartException($"{file}: not the name of a key; expected key-1 to key-255.");
            }

            keys[id] = Decode(file);
        }

        return new MasterKeys(keys);
    }

    private static byte[] Decode(string file)
    {
        var text = File.ReadAllText(file);
        for (var attempt = 0; !text.EndsWith('\n') && attempt < 100; attempt++)
        {
            // Another node has made it and not yet written it.
            Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None).Wait();
            text = File.ReadAllText(file);
        }

        var key = new byte[MasterKeys.KeyBytes];
        return Convert.TryFromBase64String(text.Trim(), key, out var written) && written == key.Length
            ? key
            : throw new StorageStartException($"{file}: not a key of {MasterKeys.KeyBytes} bytes in base64. Put the right file back; a new key cannot read what the old one sealed.");
    }

    private static void Add(string folder, byte id)
    {
        // CreateNew is the one step that only one node on a shared volume can win; a rename would let the last one win.
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerFile;
        }

        var file = Path.Combine(folder, Prefix + id.ToString(CultureInfo.InvariantCulture));
        try
        {
            using var stream = new FileStream(file, options);
            stream.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(MasterKeys.KeyBytes)) + "\n"));
            stream.Flush(flushToDisk: true);
        }
        catch (IOException) when (File.Exists(file))
        {
            // Another node was first: its key is the key.
        }
    }

    private static IEnumerable<string> KeyFiles(string folder) => Directory.EnumerateFiles(folder, Prefix + "*");

    private static void CheckClosed(string path, UnixFileMode mode, string wanted)
    {
        const UnixFileMode Others = (UnixFileMode)0b000_111_111;
        if (!OperatingSystem.IsWindows() && (mode & Others) != 0)
        {
            var found = Convert.ToString((int)mode & 0b111_111_111, 8);
            throw new StorageStartException($"{path}: mode {found} lets other users of this machine at the keys. Close it: chmod {wanted} '{path}'");
        }
    }
}
