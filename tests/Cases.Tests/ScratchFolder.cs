namespace Outreach.Cases.Tests;

/// <summary>A folder that goes with its test.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "outreach-cases-" + Guid.NewGuid().ToString("N")[..12]);

    public ScratchFolder() => Directory.CreateDirectory(Path);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
