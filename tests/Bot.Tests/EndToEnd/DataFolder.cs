using Outreach.Testing.Programs;

namespace Outreach.Bot.Tests.EndToEnd;

/// <summary>A folder to run the program in, with a copy of the real content; gone with the test.</summary>
internal sealed class DataFolder : IDisposable
{
    public DataFolder()
    {
        // As root the private cluster runs as somebody else, who must be able to get here.
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path, (UnixFileMode)0b111_101_101);
        }
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("outreach-end-to-end-").FullName;

    public string Content => System.IO.Path.Combine(Path, "content");

    public DataFolder WithContent()
    {
        var from = System.IO.Path.Combine(OutreachProgram.Root, "content");
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var to = System.IO.Path.Combine(Content, System.IO.Path.GetRelativePath(from, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
