using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Outreach.Storage.Campaigns;
using Outreach.Storage.Keys;
using Outreach.Storage.Local;
using Outreach.Storage.Schema;
using Outreach.Storage.Subscribers.Import;
using Outreach.Storage.Turns;

namespace Outreach.Storage;

/// <summary>Opens the storage before anything uses it: finds the provider, starts what must be started, migrates, opens the keys.</summary>
public sealed class StorageStartup(IOptions<StorageOptions> options, string? roles, TimeProvider time, ILoggerFactory loggers) : IAsyncDisposable, IDisposable
{
    private readonly string _memoryName = Guid.NewGuid().ToString("N");
    private readonly ILogger _log = loggers.CreateLogger<StorageStartup>();
    private StorageProvider? _provider;
    private KeyRing? _keys;
    private ServeLock? _serving;
    private LocalPostgres? _local;
    private NpgsqlDataSource? _source;

    /// <summary>Where things are kept; never <see cref="StorageProvider.Auto"/>.</summary>
    public StorageProvider Provider => _provider ?? throw NotPrepared();

    /// <summary>Nothing will be kept: every page says so.</summary>
    public bool KeepsNothing => Provider == StorageProvider.InMemory;

    internal KeyRing Keys => _keys ?? throw NotPrepared();

    /// <summary>The database's connections, for set-based SQL. Not to be disposed: those who still write at the stop use it too.</summary>
    /// <exception cref="StorageStartException">Storage is in memory.</exception>
    public NpgsqlDataSource Source => _source ?? throw (KeepsNothing ? new StorageStartException("There is no database: Storage:Provider is InMemory.") : NotPrepared());

    /// <summary>False in tests: the private cluster then does not wait for the disk.</summary>
    internal bool Durable { get; set; } = true;

    internal string? ServerLogFolder => _local?.LogFolder;

    /// <summary>Once, before the host starts. When it throws, disposing undoes what was begun.</summary>
    /// <exception cref="StorageStartException">It cannot be opened as configured; the message says what to mend.</exception>
    /// <exception cref="OptionsValidationException">A setting is out of its bounds.</exception>
    public async Task PrepareAsync(StorageUse use, CancellationToken cancellationToken)
    {
        var nodeRoles = NodeRolesText.Parse(roles);
        if (await OpenServerAsync(use, cancellationToken) is { } connectionString)
        {
            _source = ServiceConnections.Create(connectionString, use);
            await OpenDatabaseAsync(options.Value, nodeRoles, cancellationToken);
            _provider = string.IsNullOrWhiteSpace(options.Value.ConnectionString) ? StorageProvider.Local : StorageProvider.Postgres;
        }
        else
        {
            _keys = KeyRing.Ephemeral();
            _provider = StorageProvider.InMemory;
        }

        var provider = Provider;
        StorageLog.Opened(_log, provider);
    }

    /// <summary>The first half of <see cref="PrepareAsync"/>: a server to connect to, its tables and our keys untouched.</summary>
    /// <returns>Its connection string; null when there is none because storage is in memory.</returns>
    internal async Task<string?> OpenServerAsync(StorageUse use, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        return Resolve(settings) switch
        {
            StorageProvider.InMemory => null,
            StorageProvider.Local => await StartLocalAsync(settings, use, cancellationToken),
            _ => settings.ConnectionString!,
        };
    }

    /// <summary>Marks of the keys that are here, for a check; null when there are none yet. Makes none.</summary>
    internal KeyPrints? ReadPrints() => HasKeys ? KeyRing.ReadPrints(options.Value.FullKeyDirectory) : null;

    internal bool HasKeys => Directory.Exists(options.Value.FullKeyDirectory);

    /// <summary>Refuses to serve a messaging channel from memory unless that was written out: people's requests would be lost.</summary>
    /// <exception cref="StorageStartException">Memory was only fallen back to.</exception>
    public void RequireDurableFor(string channel)
    {
        if (KeepsNothing && options.Value.Named != StorageProvider.InMemory)
        {
            throw new StorageStartException(
                $"The channel '{channel}' is configured, but there is no database: what people write would be lost. " +
                "Install PostgreSQL, set Storage:ConnectionString, or write out Storage:Provider=InMemory.");
        }
    }

    /// <summary>Closes connections; stops a private cluster that nobody else uses.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_source is not null)
        {
            await _source.DisposeAsync();
        }

        if (_local is not null)
        {
            await _local.DisposeAsync();
        }

        _serving?.Dispose();
    }

    /// <summary>For a host that only knows how to dispose and wait.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    internal void Configure(DbContextOptionsBuilder builder)
    {
        if (KeepsNothing)
        {
            PostgresModel.Quiet(builder).UseInMemoryDatabase(_memoryName);
        }
        else
        {
            PostgresModel.Configure(builder, Source);
        }
    }

    internal ITurnStore CreateTurnStore(IServiceProvider services) => KeepsNothing
        ? new MemoryTurnStore(services.GetRequiredService<IDbContextFactory<OutreachDb>>(), time, services.GetRequiredService<LocalDay>())
        : new PostgresTurnStore(Source, time, services.GetRequiredService<LocalDay>(), loggers.CreateLogger<PostgresTurnStore>());

    /// <exception cref="StorageStartException">Storage is in memory: nothing is broadcast from there.</exception>
    internal BroadcastControl CreateBroadcastControl(IServiceProvider services) => new(Source, time, services.GetRequiredService<LocalDay>());

    /// <exception cref="StorageStartException">Storage is in memory: nothing is broadcast from there.</exception>
    internal DeliveryStore CreateDeliveryStore(IServiceProvider services) => new(Source, time, services.GetRequiredService<LocalDay>());

    /// <exception cref="StorageStartException">Storage is in memory: there is nothing to fill.</exception>
    internal SubscriberImport CreateSubscriberImport(IServiceProvider services) => new(Source, Keys, services.GetRequiredService<LocalDay>(), time);

    /// <exception cref="StorageStartException">Storage is in memory: there is nobody in it.</exception>
    internal SubscriberExport CreateSubscriberExport(IServiceProvider services) => new(Source, services.GetRequiredService<LocalDay>());

    internal static StorageProvider Resolve(StorageOptions options) => options.Named switch
    {
        StorageProvider.Auto when !string.IsNullOrWhiteSpace(options.ConnectionString) => StorageProvider.Postgres,
        StorageProvider.Auto => LocalPostgres.ProgramsAreHere ? StorageProvider.Local : StorageProvider.InMemory,
        var named => named,
    };

    private async Task<string> StartLocalAsync(StorageOptions settings, StorageUse use, CancellationToken cancellationToken)
    {
        try
        {
            if (use == StorageUse.Serve)
            {
                _serving = ServeLock.Take(settings.FullDirectory);
            }

            _local = new LocalPostgres(settings.FullDirectory, Durable, loggers.CreateLogger<LocalPostgres>());
            return await _local.StartAsync(cancellationToken);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new StorageStartException($"{settings.FullDirectory}: this user may not read or write all of it. Start the service as the user who made it, or set Storage:Directory.", exception);
        }
    }

    private async Task OpenDatabaseAsync(StorageOptions settings, NodeRoles nodeRoles, CancellationToken cancellationToken)
    {
        try
        {
            var applied = await new SchemaMigrator(ServiceConnections.StringOf(_source!)).MigrateAsync(cancellationToken);
            if (applied.Count > 0)
            {
                StorageLog.Migrated(_log, applied.Count);
            }

            _keys = KeyRing.Open(settings.FullKeyDirectory, nodeRoles);
            await KeyPrintCheck.CheckAsync(_source!, _keys.Prints, settings.FullKeyDirectory, cancellationToken);
        }
        catch (Exception exception) when (StoreFailures.IsUnavailable(exception))
        {
            throw new StorageStartException("The database does not answer. Is its server running, and is Storage:ConnectionString right (not shown here)?", exception);
        }
        catch (NpgsqlException exception)
        {
            var state = (exception as PostgresException)?.SqlState;
            throw new StorageStartException($"The database refuses to be opened (SQLSTATE {state}): are the user and the password in Storage:ConnectionString right, and may it create tables?", exception);
        }
    }

    private static InvalidOperationException NotPrepared() => new("StorageStartup.PrepareAsync has not run.");
}
