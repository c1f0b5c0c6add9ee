using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Outreach.Storage.Campaigns;
using Outreach.Storage.DeadLetters;
using Outreach.Storage.Housekeeping;
using Outreach.Storage.Operations;
using Outreach.Storage.Polling;
using Outreach.Storage.Settings;
using Outreach.Storage.Staff;
using Outreach.Storage.Subscribers;
using Outreach.Storage.Turns;

namespace Outreach.Storage;

/// <summary>Puts the storage into a host.</summary>
public static class StorageServices
{
    /// <summary>Registers the stores. <see cref="StorageStartup.PrepareAsync"/> must have run before one of them is asked for.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<StorageOptions, StorageOptionsValidator>().Bind(configuration.GetSection(StorageOptions.Section));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new StorageStartup(
            provider.GetRequiredService<IOptions<StorageOptions>>(),
            configuration["Roles"],
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton(provider => new LocalDay(provider.GetRequiredService<TimeProvider>(), Zone(configuration)));
        services.AddSingleton(provider => provider.GetRequiredService<StorageStartup>().Keys);
        services.AddDbContextFactory<OutreachDb>((provider, options) => provider.GetRequiredService<StorageStartup>().Configure(options));
        services.AddSingleton<ITurnStore>(provider => provider.GetRequiredService<StorageStartup>().CreateTurnStore(provider));
        services.AddSingleton(provider => provider.GetRequiredService<StorageStartup>().CreateBroadcastControl(provider));
        services.AddSingleton(provider => provider.GetRequiredService<StorageStartup>().CreateDeliveryStore(provider));
        services.AddSingleton(provider => new SenderLeases(provider.GetRequiredService<StorageStartup>().Source));
        services.AddSingleton<BroadcastDates>();
        services.AddSingleton(provider => provider.GetRequiredService<StorageStartup>().CreateSubscriberImport(provider));
        services.AddSingleton(provider => provider.GetRequiredService<StorageStartup>().CreateSubscriberExport(provider));
        services.AddSingleton<BroadcastFigures>();
        services.AddSingleton<DeliveryKeeping>();
        services.AddSingleton<AudienceCohorts>();
        services.AddSingleton<SubscriberStore>();
        services.AddSingleton<SubscriberLinks>();
        services.AddSingleton<ISubscriberStore>(provider => provider.GetRequiredService<SubscriberStore>());
        services.AddSingleton<DeadLetterStore>();
        services.AddSingleton<PollOffsetStore>();
        services.AddSingleton<UnansweredInbox>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<SharedNotes>();
        services.AddHostedService<Housekeeper>();
        services.AddTransient<MigrateVerb>();
        services.AddTransient<BackupVerb>();
        services.AddTransient<RestoreVerb>();
        services.AddTransient<DoctorVerb>();
        return services;
    }

    private static TimeZoneInfo Zone(IConfiguration configuration)
    {
        var id = configuration["Organisation:TimeZone"] ?? "Asia/Ho_Chi_Minh";
        return TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
            ? zone
            : throw new StorageStartException($"Organisation:TimeZone must be a time zone this machine knows (as Asia/Ho_Chi_Minh); it is '{id}'.");
    }
}
