namespace Outreach.Content.Store;

/// <summary>Finds the content folder.</summary>
public static class ContentLocation
{
    /// <summary>The copy that was built with the program.</summary>
    public static string BesideProgram => Path.Combine(AppContext.BaseDirectory, "content");

    /// <summary>The folder itself, from the current folder; for a relative one that is not there, the one beside the program.</summary>
    public static string Resolve(string path)
    {
        var here = Path.GetFullPath(path);
        return Path.IsPathRooted(path) || Directory.Exists(here) || !Directory.Exists(BesideProgram) ? here : BesideProgram;
    }
}
