using Outreach.Testing.Postgres;

namespace Outreach.Storage.Tests;

/// <summary>A storage host over a database and a key folder of its own.</summary>
internal static class PostgresHost
{
    public static async Task<StorageHost> OpenAsync(TestCluster cluster, ScratchFolder folder, TimeProvider? time = null)
    {
        var database = await cluster.CreateDatabaseAsync(TestContext.Current.CancellationToken);
        return await StorageHost.OpenAsync(database.Settings(folder.Path), time);
    }
}
