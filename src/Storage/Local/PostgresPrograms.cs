using System.Globalization;
using System.Text.RegularExpressions;

namespace Outreach.Storage.Local;

/// <summary>One installation of PostgreSQL's programs.</summary>
/// <param name="Folder">Where initdb, pg_ctl, postgres and pg_dump lie.</param>
/// <param name="Major">Its major version; a cluster's files belong to one.</param>
internal sealed partial record PostgresPrograms(string Folder, int Major)
{
    public string Path(string program) => System.IO.Path.Combine(Folder, program);

    /// <summary>All there are: Debian's folders, then what PATH leads to. Highest version first.</summary>
    public static IReadOnlyList<PostgresPrograms> FindAll()
    {
        var folders = DebianFolders().Concat(FoldersOnPath()).Where(f => File.Exists(System.IO.Path.Combine(f, "initdb"))).Distinct(StringComparer.Ordinal);
        return [.. folders.Select(Identify).OfType<PostgresPrograms>().OrderByDescending(p => p.Major)];
    }

    private static IEnumerable<string> DebianFolders() =>
        Directory.Exists("/usr/lib/postgresql") ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(d => System.IO.Path.Combine(d, "bin")) : [];

    private static IEnumerable<string> FoldersOnPath()
    {
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            var program = new FileInfo(System.IO.Path.Combine(folder, "pg_ctl"));
            if (program.Exists)
            {
                // A link leads to where the other programs are.
                yield return System.IO.Path.GetDirectoryName(program.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? program.FullName)!;
            }
        }
    }

    private static PostgresPrograms? Identify(string folder)
    {
        // …/postgresql/15/bin tells without asking; elsewhere the program says it.
        var parent = System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(folder));
        if (int.TryParse(parent, NumberStyles.None, CultureInfo.InvariantCulture, out var named))
        {
            return new PostgresPrograms(folder, named);
        }

        var said = ProcessRun.RunAsync([System.IO.Path.Combine(folder, "postgres"), "--version"], null, null, TimeSpan.FromSeconds(10), CancellationToken.None)
            .GetAwaiter().GetResult();
        return VersionWord().Match(said.Output) is { Success: true } match
            ? new PostgresPrograms(folder, int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))
            : null;
    }

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex VersionWord();
}
