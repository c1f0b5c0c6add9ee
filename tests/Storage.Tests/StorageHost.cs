using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Outreach.Storage.Tests;

/// <summary>The storage as a program has it: services from <c>AddStorage</c>, prepared.</summary>
internal sealed class StorageHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private StorageHost(ServiceProvider services) => _services = services;

    public static async Task<StorageHost> OpenAsync(
        IReadOnlyDictionary<string, string?> settings, TimeProvider? time = null, ILoggerProvider? logs = null, StorageUse use = StorageUse.Verb, bool durable = false)
    {
        var host = Build(settings, time, logs);
        try
        {
            host.Get<StorageStartup>().Durable = durable;
            await host.Get<StorageStartup>().PrepareAsync(use, CancellationToken.None);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    public static Task<StorageHost> OpenInMemoryAsync(TimeProvider? time = null) =>
        OpenAsync(new Dictionary<string, string?> { ["Storage:Provider"] = "InMemory" }, time);

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public Task<OutreachDb> OpenDbAsync() => Get<IDbContextFactory<OutreachDb>>().CreateDbContextAsync();

    public static StorageHost Unprepared(IReadOnlyDictionary<string, string?> settings) => Build(settings, null, null);

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static StorageHost Build(IReadOnlyDictionary<string, string?> settings, TimeProvider? time, ILoggerProvider? logs)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging =>
        {
            logging.SetMinimumLevel(LogLevel.Trace);
            if (logs is not null)
            {
                logging.AddProvider(logs);
            }
        });
        if (time is not null)
        {
            services.AddSingleton(time);
        }

        services.AddStorage(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        return new StorageHost(services.BuildServiceProvider());
    }
}
