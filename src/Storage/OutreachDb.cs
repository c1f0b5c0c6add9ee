using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Outreach.Storage.Campaigns;
using Outreach.Storage.Cases;
using Outreach.Storage.DeadLetters;
using Outreach.Storage.Polling;
using Outreach.Storage.Settings;
using Outreach.Storage.Staff;
using Outreach.Storage.Subscribers;
using Outreach.Storage.Turns;

namespace Outreach.Storage;

/// <summary>The one durable store. What a turn reads and writes goes past it (<see cref="ITurnStore"/>).</summary>
public sealed class OutreachDb(DbContextOptions<OutreachDb> options) : DbContext(options)
{
    public DbSet<Subscriber> Subscribers => Set<Subscriber>();
    public DbSet<DeadLetter> DeadLetters => Set<DeadLetter>();
    public DbSet<UnansweredQuestion> UnansweredQuestions => Set<UnansweredQuestion>();
    public DbSet<DailyCounter> DailyCounters => Set<DailyCounter>();
    public DbSet<StaffMember> Staff => Set<StaffMember>();
    public DbSet<StaffInvitation> StaffInvitations => Set<StaffInvitation>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>Lines of cases on their first day.</summary>
    public DbSet<WaitingEntry> AuditWaiting => Set<WaitingEntry>();
    public DbSet<Campaign> Campaigns => Set<Campaign>();
    public DbSet<CampaignReturn> CampaignReturns => Set<CampaignReturn>();
    public DbSet<Broadcast> Broadcasts => Set<Broadcast>();

    /// <summary>To be read; what changes them are <see cref="BroadcastControl"/> and <see cref="DeliveryStore"/>.</summary>
    public DbSet<Delivery> Deliveries => Set<Delivery>();

    /// <summary>To be read; <see cref="DeliveryKeeping"/> writes them.</summary>
    public DbSet<DeliverySum> DeliverySums => Set<DeliverySum>();
    internal DbSet<LastSent> LastSent => Set<LastSent>();
    internal DbSet<LinkCode> LinkCodes => Set<LinkCode>();
    internal DbSet<SenderLease> SenderLeases => Set<SenderLease>();
    internal DbSet<PollOffset> PollOffsets => Set<PollOffset>();
    internal DbSet<StoredSetting> Settings => Set<StoredSetting>();
    internal DbSet<SeenUpdate> SeenUpdates => Set<SeenUpdate>();
    internal DbSet<StoredConversation> Conversations => Set<StoredConversation>();
    internal DbSet<OutboxReply> Outbox => Set<OutboxReply>();
    internal DbSet<HelpCase> HelpCases => Set<HelpCase>();
    internal DbSet<CaseText> CaseTexts => Set<CaseText>();
    internal DbSet<CaseReceipt> Receipts => Set<CaseReceipt>();
    internal DbSet<ReceiptEpoch> ReceiptEpochs => Set<ReceiptEpoch>();
    internal DbSet<CaseLink> CaseLinks => Set<CaseLink>();
    internal DbSet<CaseReferral> CaseReferrals => Set<CaseReferral>();
    internal DbSet<CaseReport> CaseReports => Set<CaseReport>();
    internal DbSet<CaseReader> CaseReaders => Set<CaseReader>();
    internal DbSet<CaseAlias> CaseAliases => Set<CaseAlias>();
    internal DbSet<CaseCount> CaseCounts => Set<CaseCount>();
    internal DbSet<Erasure> Erasures => Set<Erasure>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<Enum>().HaveConversion<string>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(OutreachDb).Assembly);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
        {
            property.SetColumnName(SnakeCase(property.Name));
            if (property.ClrType == typeof(Guid))
            {
                // Left to the provider it would be version 7, which tells the millisecond.
                property.ValueGenerated = ValueGenerated.Never;
            }
        }
    }

    private static string SnakeCase(string name)
    {
        var words = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && words.Length > 0)
            {
                words.Append('_');
            }

            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
