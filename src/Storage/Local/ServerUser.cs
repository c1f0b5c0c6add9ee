namespace Outreach.Storage.Local;

/// <summary>Whom the cluster runs as. PostgreSQL refuses to run as root: then another user's name is put before each command.</summary>
/// <param name="Name">Null = this process's own user.</param>
internal sealed record ServerUser(string? Name)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="place">The cluster's folder; when it is there, its owner goes on running it.</param>
    /// <exception cref="StorageStartException">Root, and nobody to become.</exception>
    public static async Task<ServerUser> ForAsync(string place, CancellationToken cancellationToken)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return new ServerUser((string?)null);
        }

        if (Directory.Exists(place))
        {
            var owner = (await RunAsync(["stat", "-c", "%U", place], cancellationToken)).Output.Trim();
            if (owner is not ("root" or "UNKNOWN" or ""))
            {
                return new ServerUser(owner);
            }
        }

        foreach (var name in new[] { "postgres", "nobody" })
        {
            if ((await RunAsync(["id", "-u", name], cancellationToken)).ExitCode == 0)
            {
                return new ServerUser(name);
            }
        }

        throw new StorageStartException("PostgreSQL does not run as root, and this machine has neither a user 'postgres' nor 'nobody'. Start the service as another user.");
    }

    /// <summary>The command as this user runs it.</summary>
    public IReadOnlyList<string> Command(params string[] command) => Name is null ? command : ["runuser", "-u", Name, "--", .. command];

    /// <summary>Makes a folder that is this user's alone.</summary>
    public async Task MakeFolderAsync(string folder, CancellationToken cancellationToken)
    {
        if (Name is null)
        {
            Keys.KeyFolder.CreateFolder(folder);
            return;
        }

        var made = await RunAsync(["install", "-d", "-m", "0700", "-o", Name, folder], cancellationToken);
        if (made.ExitCode != 0)
        {
            throw new StorageStartException($"{folder} could not be made for user '{Name}': {made.Complaint}");
        }
    }

    /// <summary>The first folder on the way to <paramref name="folder"/> that this user may not pass, or null.</summary>
    public async Task<string?> FindClosedAsync(string folder, CancellationToken cancellationToken)
    {
        if (Name is null)
        {
            return null;
        }

        var way = new Stack<string>();
        for (var step = new DirectoryInfo(folder); step is not null; step = step.Parent)
        {
            way.Push(step.FullName);
        }

        foreach (var step in way.Where(Directory.Exists))
        {
            var open = !OperatingSystem.IsWindows() && (new DirectoryInfo(step).UnixFileMode & UnixFileMode.OtherExecute) != 0;
            if (!open && (await RunAsync(Command("test", "-x", step), cancellationToken)).ExitCode != 0)
            {
                return step;
            }
        }

        return null;
    }

    private static Task<ProcessResult> RunAsync(IReadOnlyList<string> command, CancellationToken cancellationToken) =>
        ProcessRun.RunAsync(command, null, null, Patience, cancellationToken);
}
