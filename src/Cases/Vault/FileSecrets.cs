using Outreach.Storage.Keys;

namespace Outreach.Cases.Vault;

/// <summary>
/// Secrets as files of one folder (0700, files 0600), each written in place: what is destroyed is overwritten where it
/// lay, flushed to the disk, and only then unlinked. Several nodes may share the folder.
/// </summary>
/// <remarks>
/// Overwriting reaches what the file system keeps in place. A file system that copies on write, or a flash disk that
/// moves its blocks, may keep an old copy until it needs the room: docs/decisions/007 says so.
/// </remarks>
internal sealed class FileSecrets(string folder, CaseSteps steps) : ISecrets, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    // A file's time would tell when a request was made.
    private static readonly DateTime NoTime = new(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly SemaphoreSlim _gate = new(1, 1);

    public IReadOnlyList<string> Names() =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file))] : [];

    public async Task<byte[]?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await using var file = await OpenAsync(name, FileMode.Open, cancellationToken);
            return file is null or { Length: 0 } ? null : await ReadAllAsync(file, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task ChangeAsync(string name, Func<byte[]?, byte[]?> change, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            while (!await TryChangeAsync(name, change, cancellationToken))
            {
                // Another node unlinked the file between our opening and our locking it: what we wrote went with it.
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<bool> TryChangeAsync(string name, Func<byte[]?, byte[]?> change, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder))
        {
            KeyFolder.CreateFolder(folder);
        }

        var path = Path.Combine(folder, name);
        await using var file = (await OpenAsync(name, FileMode.OpenOrCreate, cancellationToken))!;
        var before = file.Length == 0 ? null : await ReadAllAsync(file, cancellationToken);
        var after = change(before);
        if (after is { Length: > 0 })
        {
            if (!ReferenceEquals(after, before))
            {
                Overwrite(file, after, before?.Length ?? 0);
                File.SetLastWriteTimeUtc(file.SafeFileHandle, NoTime);
                File.SetLastAccessTimeUtc(file.SafeFileHandle, NoTime);
            }

            return File.Exists(path);
        }

        Overwrite(file, [], before?.Length ?? 0);
        steps.Pass(CaseStep.SecretOverwritten);
        File.Delete(path);
        return true;
    }

    /// <summary>In place, zeros over what is longer than before, down to the disk.</summary>
    private static void Overwrite(FileStream file, byte[] bytes, int lengthBefore)
    {
        file.Position = 0;
        file.Write(bytes);
        if (lengthBefore > bytes.Length)
        {
            file.Write(new byte[lengthBefore - bytes.Length]);
        }

        file.Flush(flushToDisk: true);
        if (lengthBefore > bytes.Length)
        {
            file.SetLength(bytes.Length);
            file.Flush(flushToDisk: true);
        }
    }

    private static async Task<byte[]> ReadAllAsync(FileStream file, CancellationToken cancellationToken)
    {
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    /// <returns>Null when it is to be there and is not.</returns>
    private async Task<FileStream?> OpenAsync(string name, FileMode mode, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (mode != FileMode.Open && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(folder, name), options);
            }
            catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
            {
                return null;
            }
            catch (IOException) when (File.Exists(Path.Combine(folder, name)))
            {
                // Another node has it open, for the moment of a read or a write. Real time: it does not know of a test's clock.
                await Task.Delay(Pause, TimeProvider.System, cancellationToken);
            }
        }
    }
}
