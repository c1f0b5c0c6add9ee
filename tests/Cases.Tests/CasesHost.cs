using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Outreach.Cases.Receipts;
using Outreach.Cases.Triage;
using Outreach.Storage;
using Outreach.Storage.Keys;
using Outreach.Testing;
using Outreach.Testing.Postgres;

namespace Outreach.Cases.Tests;

/// <summary>The room as a program has it: services from <c>AddStorage</c> and <c>AddCases</c>, started. Codes are hashed quickly.</summary>
internal sealed class CasesHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private CasesHost(ServiceProvider services) => _services = services;

    public static Task<CasesHost> InMemoryAsync(HandMovedClock clock) =>
        StartAsync(new Dictionary<string, string?> { ["Storage:Provider"] = "InMemory" }, clock);

    public static async Task<CasesHost> PostgresAsync(TestCluster cluster, string folder, HandMovedClock clock)
    {
        var database = await cluster.CreateDatabaseAsync(TestContext.Current.CancellationToken);
        return await StartAsync(database.Settings(folder), clock);
    }

    public static async Task<CasesHost> StartAsync(
        Dictionary<string, string?> settings, TimeProvider clock, NodeRoles roles = NodeRoles.All, ILoggerProvider? logs = null, ReceiptCost? cost = null)
    {
        if (roles != NodeRoles.All)
        {
            settings["Roles"] = roles.ToString();
        }

        var services = new ServiceCollection();
        services.AddLogging(logging =>
        {
            logging.SetMinimumLevel(LogLevel.Trace);
            if (logs is not null)
            {
                logging.AddProvider(logs);
            }
        });
        services.AddSingleton(clock);
        services.AddSingleton(cost ?? new ReceiptCost { Iterations = 100 });
        services.AddSingleton<TellsOfDanger>((text, _) => text.Contains("cứu tôi", StringComparison.Ordinal));
        services.AddStorage(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddCaseServices(roles);
        var host = new CasesHost(services.BuildServiceProvider());
        await host.Get<StorageStartup>().PrepareAsync(StorageUse.Verb, CancellationToken.None);
        foreach (var service in host._services.GetServices<IHostedService>().Where(service => service.GetType().Namespace!.StartsWith("Outreach.Cases", StringComparison.Ordinal)))
        {
            await service.StartAsync(TestContext.Current.CancellationToken);
        }

        return host;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<OutreachDb> OpenDbAsync() => Get<IDbContextFactory<OutreachDb>>().CreateDbContextAsync();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
