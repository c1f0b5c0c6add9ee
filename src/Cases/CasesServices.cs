using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Outreach.Cases.Delivery;
using Outreach.Cases.Desk;
using Outreach.Cases.Jobs;
using Outreach.Cases.Receipts;
using Outreach.Cases.Requests;
using Outreach.Cases.Retention;
using Outreach.Cases.Triage;
using Outreach.Cases.Vault;
using Outreach.Storage;
using Outreach.Storage.Keys;

namespace Outreach.Cases;

/// <summary>Puts anonymous requests and their handling into a host.</summary>
public static class CasesServices
{
    /// <summary>Registers what these roles need. After <c>AddStorage</c>; <see cref="TellsOfDanger"/> is the host's to register before.</summary>
    public static IServiceCollection AddCases(this IServiceCollection services, NodeRoles roles)
    {
        services.AddCaseServices(roles);
        services.AddCaseJobs(roles);
        return services;
    }

    /// <summary>Without the bell of the housekeeping: for verbs and for tests, which ring it themselves.</summary>
    internal static void AddCaseServices(this IServiceCollection services, NodeRoles roles)
    {
        services.TryAddSingleton<TellsOfDanger>((_, _) => false);
        services.TryAddSingleton<ReceiptCost>();
        services.TryAddSingleton<CaseSteps>();
        services.AddSingleton<CaseChanges>();
        services.AddSingleton<DeliveryBell>();
        services.AddSingleton(provider => new LinkEnding(provider.GetService<LinkFiles>()));
        services.AddSingleton<Epochs>();
        services.AddSingleton(provider => new UrgentAlarms(provider.GetRequiredService<CaseChanges>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ArrivalClock>();
        if ((roles & (NodeRoles.Public | NodeRoles.Sender)) != 0)
        {
            services.AddSingleton(provider => new LinkFiles(
                Secrets(provider, "sender", "links"), provider.GetRequiredService<KeyRing>().SenderLookupKey("links/name")));
            services.AddSingleton(provider => new ErasureNotes(Secrets(provider, "public")));
            services.AddSingleton<Erasing>();
        }

        if (roles.HasFlag(NodeRoles.Public))
        {
            services.AddSingleton<ReceiptHasher>();
            services.AddHostedService(provider => provider.GetRequiredService<ReceiptHasher>());
            services.AddSingleton<TryLimits>();
            services.AddSingleton<SubmitWriter>();
            services.AddSingleton(provider => new HelpRequests(
                provider.GetRequiredService<IDbContextFactory<OutreachDb>>(),
                provider.GetRequiredService<CaseChanges>(),
                provider.GetRequiredService<KeyRing>(),
                provider.GetRequiredService<Epochs>(),
                provider.GetRequiredService<ReceiptHasher>(),
                provider.GetRequiredService<TryLimits>(),
                provider.GetRequiredService<SubmitWriter>(),
                provider.GetRequiredService<LinkFiles>(),
                provider.GetRequiredService<Erasing>(),
                provider.GetRequiredService<TellsOfDanger>(),
                provider.GetRequiredService<CaseSteps>(),
                provider.GetRequiredService<LocalDay>(),
                provider.GetRequiredService<TimeProvider>()));
        }

        if (roles.HasFlag(NodeRoles.Console))
        {
            services.AddSingleton(provider => new EpochKeys(Secrets(provider, "console", "epochs")));
            services.AddSingleton<EpochMaker>();
            services.AddSingleton<CaseKeys>();
            services.AddSingleton<Rewrapping>();
            services.AddSingleton(provider => new KeyRotation(provider.GetRequiredService<EpochMaker>(), provider.GetRequiredService<Rewrapping>()));
            services.AddSingleton<CaseExpiry>();
            services.AddSingleton<CaseKeeping>();
            services.AddSingleton<NightlyRewrite>();
            AddDesk(services);
        }

        if (roles.HasFlag(NodeRoles.Sender))
        {
            services.AddSingleton<LinkSweep>();
            services.AddSingleton(provider => new ReplyDelivery(
                provider.GetRequiredService<IDbContextFactory<OutreachDb>>(),
                provider.GetRequiredService<CaseChanges>(),
                provider.GetRequiredService<LinkFiles>(),
                provider.GetRequiredService<DeliveryBell>(),
                provider.GetRequiredService<CaseSteps>(),
                provider.GetRequiredService<LocalDay>(),
                provider.GetRequiredService<TimeProvider>()));
            services.AddSingleton(provider => new UrgentAlarms(provider.GetRequiredService<CaseChanges>(), provider.GetRequiredService<TimeProvider>()));
        }

        services.AddHostedService(provider => new CasesStartup(
            provider.GetService<EpochMaker>(), provider.GetService<Erasing>(), provider.GetRequiredService<Microsoft.Extensions.Logging.ILogger<CasesStartup>>()));
    }

    private static void AddDesk(IServiceCollection services)
    {
        services.TryAddSingleton<DeskSettings>();
        services.AddSingleton<CaseWork>();
        services.AddSingleton<ReplyRelease>();
        services.AddHostedService(provider => provider.GetRequiredService<ReplyRelease>());
        services.AddSingleton(provider => new CaseInbox(provider.GetRequiredService<IDbContextFactory<OutreachDb>>()));
        services.AddSingleton(provider => new CaseStatistics(provider.GetRequiredService<IDbContextFactory<OutreachDb>>(), provider.GetRequiredService<LocalDay>()));
        services.AddSingleton(provider => new CaseReplies(
            provider.GetRequiredService<CaseWork>(),
            provider.GetRequiredService<CaseKeys>(),
            provider.GetRequiredService<ReplyRelease>(),
            provider.GetRequiredService<DeskSettings>(),
            provider.GetRequiredService<CaseSteps>(),
            provider.GetRequiredService<LocalDay>()));
        services.AddSingleton(provider => new CaseDesk(
            provider.GetRequiredService<CaseWork>(),
            provider.GetRequiredService<CaseChanges>(),
            provider.GetRequiredService<CaseKeys>(),
            provider.GetRequiredService<LinkEnding>(),
            provider.GetRequiredService<ReplyRelease>(),
            provider.GetRequiredService<CaseSteps>(),
            provider.GetRequiredService<LocalDay>(),
            provider.GetRequiredService<TimeProvider>()));
    }

    private static ISecrets Secrets(IServiceProvider provider, params string[] below) => provider.GetRequiredService<KeyRing>().KeyDirectory is { } folder
        ? new FileSecrets(Path.Combine([folder, .. below]), provider.GetRequiredService<CaseSteps>())
        : new MemorySecrets();
}
