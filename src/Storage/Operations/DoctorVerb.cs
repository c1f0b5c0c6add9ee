using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using Outreach.Storage.Keys;
using Outreach.Storage.Staff;

namespace Outreach.Storage.Operations;

/// <summary><c>doctor</c>: looks at everything the storage stands on and changes nothing of it. It makes no cluster and no keys.</summary>
public sealed class DoctorVerb(StorageStartup startup, IOptions<StorageOptions> options, LocalDay day, TimeProvider time)
{
    /// <returns>0 = nothing at fault (there may be warnings), 1 = something is.</returns>
    public async Task<int> RunAsync(VerbOutput output, CancellationToken cancellationToken)
    {
        var findings = await ExamineAsync(cancellationToken);
        foreach (var finding in findings)
        {
            await output.Lines.WriteLineAsync($"{finding.Level.ToString().ToLowerInvariant(),-5} {finding.Check,-10} {finding.Text}");
        }

        return findings.Any(f => f.Level == FindingLevel.Fault) ? ExitCode.AtFault : ExitCode.Done;
    }

    /// <summary>The same as a list, for <c>--json</c> and for pages.</summary>
    public async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken)
    {
        StorageOptions settings;
        try
        {
            settings = options.Value;
        }
        catch (OptionsValidationException exception)
        {
            return [.. exception.Failures.Select(f => new Finding(FindingLevel.Fault, "settings", f))];
        }

        var provider = StorageStartup.Resolve(settings);
        var findings = new List<Finding> { MachineChecks.Provider(settings, provider) };
        findings.AddRange(MachineChecks.Clock(day, time));
        if (provider == StorageProvider.InMemory)
        {
            return findings;
        }

        findings.AddRange(MachineChecks.Programs(provider));
        findings.AddRange(MachineChecks.Folders(settings, provider));
        findings.AddRange(MachineChecks.Keys(settings));
        findings.AddRange(await DatabaseAsync(settings, provider, cancellationToken));
        return findings;
    }

    /// <summary>Walks the audit's chain, where this machine has its key and the database its table.</summary>
    private static async Task<IReadOnlyList<Finding>> AuditAsync(StorageOptions settings, string connectionString, CancellationToken cancellationToken)
    {
        await using (var connection = new NpgsqlConnection(connectionString + ";Pooling=false;Timeout=5"))
        {
            await connection.OpenAsync(cancellationToken);
            await using var exists = new NpgsqlCommand($"SELECT to_regclass('{WaitingEntry.Table}') IS NOT NULL", connection);
            if (!KeyFolder.IsMade(Path.Combine(settings.FullKeyDirectory, "console")) || await exists.ExecuteScalarAsync(cancellationToken) is not true)
            {
                return [];
            }
        }

        var builder = new DbContextOptionsBuilder<OutreachDb>();
        PostgresModel.Configure(builder, connectionString);
        await using var db = new OutreachDb(builder.Options);
        return await AuditTrail.VerifyAsync(db, KeyRing.Open(settings.FullKeyDirectory, NodeRoles.Console), cancellationToken) switch
        {
            AuditCheck.Broken { Number: null } => [new Finding(FindingLevel.Fault, "audit", "a line of the first day does not hold: somebody changed the database past the service")],
            AuditCheck.Broken broken => [new Finding(FindingLevel.Fault, "audit", $"the chain is broken at line {broken.Number}: somebody changed the database past the service")],
            AuditCheck.Whole whole => [new Finding(FindingLevel.Ok, "audit", $"the chain is whole: {whole.Lines} lines, {whole.Waiting} more wait for the night")],
            _ => [],
        };
    }

    private async Task<IReadOnlyList<Finding>> DatabaseAsync(StorageOptions settings, StorageProvider provider, CancellationToken cancellationToken)
    {
        if (provider == StorageProvider.Local && Local.ClusterPlace.Load(settings.FullDirectory) is not { Port: > 0 })
        {
            return [new Finding(FindingLevel.Ok, "database", "not made yet: the first start makes it")];
        }

        try
        {
            var connectionString = await startup.OpenServerAsync(StorageUse.Verb, cancellationToken);
            return
            [
                .. await new DatabaseChecks(connectionString!, provider, startup.ReadPrints()).RunAsync(time, cancellationToken),
                .. await AuditAsync(settings, connectionString!, cancellationToken),
            ];
        }
        catch (StorageStartException exception)
        {
            return [new Finding(FindingLevel.Fault, "database", exception.Message)];
        }
        catch (Exception exception) when (exception is NpgsqlException || StoreFailures.IsUnavailable(exception))
        {
            return [new Finding(FindingLevel.Fault, "database", $"does not answer or refuses us (SQLSTATE {(exception as PostgresException)?.SqlState ?? "none"})")];
        }
    }
}
