namespace Outreach.Staff.Frame;

/// <summary>Where to go back to: a path of ours, never somebody else's address.</summary>
internal static class LocalPath
{
    public static string Of(string? path) =>
        path is ['/', ..] && path is not ['/', '/' or '\\', ..] && !path.Any(char.IsControl) ? path : "/";
}
