using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Outreach.Storage.Campaigns;

internal sealed class DeliverySumConfiguration : IEntityTypeConfiguration<DeliverySum>
{
    public void Configure(EntityTypeBuilder<DeliverySum> builder)
    {
        builder.ToTable("delivery_sums");
        builder.HasKey(s => new { s.BroadcastId, s.Number });
        builder.HasOne<Broadcast>().WithMany().HasForeignKey(s => s.BroadcastId);
        builder.Property(s => s.State).HasMaxLength(16);
        builder.Property(s => s.Cause).HasMaxLength(24);
        builder.Property(s => s.Channel).HasMaxLength(32);
    }
}
