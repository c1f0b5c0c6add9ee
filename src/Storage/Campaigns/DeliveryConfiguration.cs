using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Outreach.Storage.Campaigns;

internal sealed class DeliveryConfiguration : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("deliveries");
        builder.HasKey(d => new { d.BroadcastId, d.SubscriberId });
        builder.Property(d => d.Channel).HasMaxLength(32);
        builder.Property(d => d.State).HasMaxLength(16);
        builder.Property(d => d.Cause).HasMaxLength(24);
        // What is still to do: the sender never reads past what is done, however many that is.
        builder.HasIndex(d => new { d.BroadcastId, d.Channel, d.State, d.NotBefore }).HasDatabaseName("ix_deliveries_open").HasFilter("state IN ('Pending', 'Reserved', 'Sending')");
        builder.HasIndex(d => d.BroadcastId).HasDatabaseName("ix_deliveries_doubted").HasFilter("doubted_at IS NOT NULL");
    }
}
