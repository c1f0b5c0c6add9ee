using Outreach.Content.Loading;

namespace Outreach.Content.Store;

/// <summary>The last version without errors of each file, on disk, for a start with broken files.</summary>
internal sealed class LastGoodContent(string folder)
{
    public ContentFiles Read() => ContentFolder.Read(folder);

    /// <summary>Takes over what is good; leaves the old copy of what is broken.</summary>
    /// <param name="source">The folder that was compiled, for pictures and recordings.</param>
    public void Save(CompiledContent compiled, string source)
    {
        var kept = Read();
        var files = compiled.Parts.Files;
        foreach (var (path, bytes) in files.Texts.Where(f => compiled.IsGood(f.Key)))
        {
            if (!kept.Texts.TryGetValue(path, out var old) || !old.AsSpan().SequenceEqual(bytes))
            {
                Write(path, target => File.WriteAllBytes(target, bytes));
            }
        }

        foreach (var path in files.Paths.Where(p => !files.Texts.ContainsKey(p) && compiled.IsGood(p) && !kept.Paths.Contains(p)))
        {
            Write(path, target => File.Copy(Path.Combine(source, path), target, overwrite: true));
        }

        // A crisis list that is gone was most likely lost: its words are worth more than tidiness.
        foreach (var path in kept.Paths.Where(p => !files.Paths.Contains(p) && p != CrisisFile.Name))
        {
            File.Delete(Path.Combine(folder, path));
        }
    }

    private void Write(string path, Action<string> write)
    {
        var target = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);

        // A kill in the middle leaves the old copy; the reader passes over names that end with '~'.
        var unfinished = target + "~";
        write(unfinished);
        File.Move(unfinished, target, overwrite: true);
    }
}
