using Npgsql;

namespace Outreach.Storage.Tests;

public sealed class ServiceConnectionsTests
{
    private const string AsksAfterUs = "-c tcp_keepalives_idle=6 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3";

    [Fact]
    public async Task The_service_prepares_its_statements_and_waits_no_longer_than_a_person_would()
    {
        await using var source = ServiceConnections.Create("Host=127.0.0.1;Database=x;Username=y", StorageUse.Serve);

        var parts = new NpgsqlConnectionStringBuilder(ServiceConnections.StringOf(source));
        Assert.Equal($"{AsksAfterUs} -c plan_cache_mode=force_custom_plan -c random_page_cost=1.1", parts.Options);
        Assert.Equal((32, 2, 5, 10, 20), (parts.MaxAutoPrepare, parts.AutoPrepareMinUsages, parts.Timeout, parts.CommandTimeout, parts.MaxPoolSize));
    }

    [Fact]
    public async Task What_an_operator_wrote_stays()
    {
        await using var source = ServiceConnections.Create("Host=127.0.0.1;Database=x;Username=y;Timeout=30;MaxPoolSize=7;Options=-c work_mem=8MB", StorageUse.Serve);

        var parts = new NpgsqlConnectionStringBuilder(ServiceConnections.StringOf(source));
        Assert.Equal($"{AsksAfterUs} -c work_mem=8MB -c plan_cache_mode=force_custom_plan -c random_page_cost=1.1", parts.Options);
        Assert.Equal((30, 10, 7), (parts.Timeout, parts.CommandTimeout, parts.MaxPoolSize));
    }
}
