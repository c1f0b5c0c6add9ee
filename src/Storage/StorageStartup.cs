using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Outreach.Storage.Keys;
using Outreach.Storage.Turns;

namespace Outreach.Storage;

/// <summary>Opens the storage before anything uses it: finds the provider, starts what must be started, migrates, opens the keys.</summary>
public sealed class StorageStartup(IOptions<StorageOptions> options, string? roles, TimeProvider time, ILoggerFactory loggers) : IAsyncDisposable
{
    private readonly string _memoryName = Guid.NewGuid().ToString("N");
    private readonly ILogger _log = loggers.CreateLogger<StorageStartup>();
    private StorageProvider? _provider;
    private KeyRing? _keys;

    /// <summary>Where things are kept; never <see cref="StorageProvider.Auto"/>.</summary>
    public StorageProvider Provider => _provider ?? throw NotPrepared();

    /// <summary>Nothing will be kept: every page says so.</summary>
    public bool KeepsNothing => Provider == StorageProvider.InMemory;

    internal KeyRing Keys => _keys ?? throw NotPrepared();

    /// <exception cref="StorageStartException">It cannot be opened as configured; the message says what to mend.</exception>
    /// <exception cref="OptionsValidationException">A setting is out of its bounds.</exception>
    public Task PrepareAsync(StorageUse use, CancellationToken cancellationToken)
    {
        _ = NodeRolesText.Parse(roles);
        var provider = Resolve(options.Value);
        _provider = provider;
        StorageLog.Opened(_log, provider);
        _keys = KeyRing.Ephemeral();
        return Task.CompletedTask;
    }

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

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal void Configure(DbContextOptionsBuilder builder)
    {
        // EF's own log lines may carry values out of statements and exceptions: none of them is written, at any level.
        builder.UseLoggerFactory(NullLoggerFactory.Instance).EnableSensitiveDataLogging(false);
        builder.UseInMemoryDatabase(_memoryName);
    }

    internal ITurnStore CreateTurnStore(IServiceProvider services) => new MemoryTurnStore(
        services.GetRequiredService<IDbContextFactory<OutreachDb>>(), time, services.GetRequiredService<LocalDay>());

    private static StorageProvider Resolve(StorageOptions options) => options.Named switch
    {
        StorageProvider.Auto when string.IsNullOrWhiteSpace(options.ConnectionString) => StorageProvider.InMemory,
        StorageProvider.InMemory => StorageProvider.InMemory,
        _ => throw new StorageStartException("PostgreSQL is not wired yet."),
    };

    private static InvalidOperationException NotPrepared() => new("StorageStartup.PrepareAsync has not run.");
}
