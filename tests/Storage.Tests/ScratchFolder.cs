namespace Outreach.Storage.Tests;

/// <summary>A folder that goes with its test. Other users may pass through it, as through a data folder.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "outreach-scratch-" + Guid.NewGuid().ToString("N")[..12]);

    public ScratchFolder() => Directory.CreateDirectory(Path);

    public string Below(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
