using System.Globalization;

namespace Outreach.Storage.Local;

/// <summary>One cluster's files, the programs that fit them, and whom they run as.</summary>
internal sealed class ClusterServer(ClusterPlace place, PostgresPrograms programs, ServerUser user)
{
    public ClusterPlace Place => place;

    public PostgresPrograms Programs => programs;

    public bool IsMade => Directory.Exists(place.Cluster);

    /// <summary>The programs of the cluster's own version, or the newest when there is no cluster yet.</summary>
    /// <exception cref="StorageStartException">None are here, or none that fit.</exception>
    public static PostgresPrograms ProgramsFor(ClusterPlace place)
    {
        var all = PostgresPrograms.FindAll();
        if (all.Count == 0)
        {
            throw new StorageStartException("PostgreSQL's programs are not on this machine (looked in /usr/lib/postgresql/*/bin and PATH). Install PostgreSQL, or set Storage:ConnectionString or Storage:Provider=InMemory.");
        }

        if (MajorOf(place) is not { } written)
        {
            return all[0];
        }

        return all.FirstOrDefault(p => p.Major == written) ?? throw new StorageStartException(
            $"The database in {place.Folder} was written by PostgreSQL {written}; this machine has {string.Join(", ", all.Select(p => p.Major).Distinct())}. " +
            $"Install PostgreSQL {written} again, take 'outreach backup FILE', and restore that into a new folder. Nothing was changed.");
    }

    /// <summary>The port of a server that has these files open, or null. That it answers there is for the caller to try.</summary>
    public int? RunningPort()
    {
        var file = Path.Combine(place.Cluster, "postmaster.pid");
        if (!File.Exists(file))
        {
            return null;
        }

        // https://www.postgresql.org/docs/current/storage-file-layout.html: pid, folder, start, port, …
        var lines = File.ReadAllLines(file);
        return lines.Length > 3 && int.TryParse(lines[3], NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : null;
    }

    public async Task MakeAsync(string owner, string password, bool durable, TimeSpan patience, CancellationToken cancellationToken)
    {
        await user.MakeFolderAsync(place.Folder, cancellationToken);
        // What a start that was killed in the middle left behind.
        await RunAsync(user.Command("rm", "-rf", place.Draft), null, patience, cancellationToken);
        var passwordFile = place.Draft + ".password";
        await MustAsync(
            user.Command("sh", "-c", "umask 077 && cat > \"$1\"", "sh", passwordFile), password, "the folder cannot be written to", patience, cancellationToken);
        string[] initdb =
        [
            programs.Path("initdb"), "-D", place.Draft, "-U", owner, "--pwfile=" + passwordFile, "--auth=scram-sha-256",
            "--encoding=UTF8", "--no-locale", "--data-checksums", .. durable ? Array.Empty<string>() : ["--no-sync"],
        ];
        try
        {
            await MustAsync(user.Command(initdb), null, "initdb failed", patience, cancellationToken);
        }
        finally
        {
            await RunAsync(user.Command("rm", "-f", passwordFile), null, patience, CancellationToken.None);
        }

        await MustAsync(user.Command("mv", place.Draft, place.Cluster), null, "the new cluster cannot be renamed", patience, cancellationToken);
    }

    /// <summary>Starts it. pg_ctl gives the server a session of its own, so a Ctrl-C at the terminal reaches the service first.</summary>
    public Task StartAsync(int port, bool durable, TimeSpan patience, CancellationToken cancellationToken) => MustAsync(
        user.Command(
            programs.Path("pg_ctl"), "-D", place.Cluster, "-l", place.StartLog, "-w", "-s",
            "-t", patience.TotalSeconds.ToString(CultureInfo.InvariantCulture),
            "-o", ClusterSettings.Arguments(port, durable), "start"),
        null,
        $"it did not start (see {place.StartLog} and {Path.Combine(place.Cluster, "log")})",
        patience + TimeSpan.FromSeconds(10),
        cancellationToken);

    /// <returns>Whether it has ended.</returns>
    public async Task<bool> StopAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var result = await RunAsync(
            user.Command(
                programs.Path("pg_ctl"), "-D", place.Cluster, "-m", "fast", "-w", "-s",
                "-t", patience.TotalSeconds.ToString(CultureInfo.InvariantCulture), "stop"),
            null,
            patience + TimeSpan.FromSeconds(10),
            cancellationToken);
        return result.ExitCode == 0;
    }

    private static int? MajorOf(ClusterPlace place)
    {
        var file = Path.Combine(place.Cluster, "PG_VERSION");
        try
        {
            return File.Exists(file) ? int.Parse(File.ReadAllText(file).Trim(), CultureInfo.InvariantCulture) : null;
        }
        catch (UnauthorizedAccessException)
        {
            throw new StorageStartException($"The database in {place.Folder} belongs to another user of this machine. Start the service as that user, or as root.");
        }
    }

    private async Task MustAsync(IReadOnlyList<string> command, string? input, string fault, TimeSpan patience, CancellationToken cancellationToken)
    {
        var result = await RunAsync(command, input, patience, cancellationToken);
        if (result.ExitCode != 0)
        {
            throw new StorageStartException($"The private database in {place.Folder}: {fault}: {result.Complaint}");
        }
    }

    private static Task<ProcessResult> RunAsync(IReadOnlyList<string> command, string? input, TimeSpan patience, CancellationToken cancellationToken) =>
        ProcessRun.RunAsync(command, null, input, patience, cancellationToken);
}
