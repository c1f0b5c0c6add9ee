using System.Globalization;
using Outreach.Storage.Turns;

namespace Outreach.Storage.Operations;

/// <summary>
/// <c>backup FILE</c>: the database in one file (pg_dump's custom format), readable by its owner alone. Keys and the
/// cluster's password are not in it: without the keys it tells nobody's address.
/// </summary>
public sealed class BackupVerb(StorageStartup startup)
{
    /// <summary>Of use for minutes or days only, and wrong after a restore: replies would be sent a second time.</summary>
    internal static readonly string[] TablesWithoutRows = ["conversations", PendingReply.Table];

    /// <returns>0 = written, 1 = it could not be, 2 = the file is there already or there is no database.</returns>
    public Task<int> RunAsync(string file, VerbOutput output, CancellationToken cancellationToken) => VerbGuard.RunAsync(output, async () =>
    {
        var target = Path.GetFullPath(file);
        if (File.Exists(target) || !Directory.Exists(Path.GetDirectoryName(target)))
        {
            await output.Faults.WriteLineAsync(File.Exists(target) ? $"{file} is there already; a backup never replaces a file." : $"The folder of {file} does not exist.");
            return ExitCode.WrongUse;
        }

        if (await startup.OpenServerAsync(StorageUse.Verb, cancellationToken) is not { } connectionString)
        {
            await output.Faults.WriteLineAsync("There is nothing to back up: Storage:Provider is InMemory.");
            return ExitCode.WrongUse;
        }

        var tools = await PostgresTools.ForAsync(connectionString, cancellationToken);
        var draft = target + ".new";
        CreateClosed(draft);
        var dumped = await tools.DumpAsync(draft, TablesWithoutRows, cancellationToken);
        if (dumped.ExitCode != 0)
        {
            File.Delete(draft);
            await output.Faults.WriteLineAsync("pg_dump: " + dumped.Complaint);
            return ExitCode.AtFault;
        }

        File.Move(draft, target);
        var size = new FileInfo(target).Length;
        await output.Lines.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Wrote {file} ({size:N0} bytes)."));
        await output.Lines.WriteLineAsync("The keys are not in it. Keep a copy of the key folder, and not in the same place.");
        return ExitCode.Done;
    });

    /// <summary>Closed before the first byte: pg_dump writes into it and leaves its mode.</summary>
    private static void CreateClosed(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(file, options);
    }
}
