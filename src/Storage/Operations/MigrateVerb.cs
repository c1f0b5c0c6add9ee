namespace Outreach.Storage.Operations;

/// <summary><c>migrate</c>: brings the database up to this version, as every start does; here on its own, before a rollout.</summary>
public sealed class MigrateVerb(StorageStartup startup)
{
    /// <returns>0 = up to date now, 1 = it cannot be, 2 = there is no database to migrate.</returns>
    public Task<int> RunAsync(VerbOutput output, CancellationToken cancellationToken) => VerbGuard.RunAsync(output, async () =>
    {
        if (await startup.OpenServerAsync(StorageUse.Verb, cancellationToken) is not { } connectionString)
        {
            await output.Faults.WriteLineAsync("There is no database to migrate: Storage:Provider is InMemory.");
            return ExitCode.WrongUse;
        }

        var applied = await new Schema.SchemaMigrator(connectionString).MigrateAsync(cancellationToken);
        foreach (var migration in applied)
        {
            await output.Lines.WriteLineAsync("applied " + migration);
        }

        await output.Lines.WriteLineAsync(applied.Count == 0 ? "The database is up to date." : "The database is up to date now.");
        return ExitCode.Done;
    });
}
