using System.Diagnostics;
using System.Globalization;
using Outreach.Bot.Tests.Turns;
using Outreach.Testing.Programs;

namespace Outreach.Bot.Tests.EndToEnd;

/// <summary>A folder to run the program in, with content of its own if a test likes; gone with the test.</summary>
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

    /// <summary>A copy of the real content, to be edited.</summary>
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

    /// <summary>A few answers: the program is ready seconds sooner than with all of them.</summary>
    public DataFolder WithSmallLibrary()
    {
        foreach (var (path, text) in SmallLibrary.Files())
        {
            var to = System.IO.Path.Combine(Content, path);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(to)!);
            File.WriteAllText(to, text);
        }

        return this;
    }

    /// <summary>Never throws: that would hide the failure of a test that ends here.</summary>
    public void Dispose()
    {
        try
        {
            EndDatabase();
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception left) when (left is IOException or UnauthorizedAccessException)
        {
            TestContext.Current.AddWarning($"The folder of the test could not be cleared away: {left.Message}");
        }
    }

    /// <summary>A program that was killed leaves its private database running, which would go on writing here.</summary>
    private void EndDatabase()
    {
        if (Directory.EnumerateFiles(Path, "postmaster.pid", SearchOption.AllDirectories).FirstOrDefault() is not { } file)
        {
            return;
        }

        var id = int.Parse(File.ReadLines(file).First(), CultureInfo.InvariantCulture);
        try
        {
            using var database = Process.GetProcessById(id);
            using var quit = Process.Start("kill", ["-QUIT", id.ToString(CultureInfo.InvariantCulture)]);
            database.WaitForExit();
        }
        catch (ArgumentException)
        {
            // It ended by itself and left the file.
        }
    }
}
