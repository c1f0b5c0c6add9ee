using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Outreach.Storage.Campaigns;

internal sealed class SenderLeaseConfiguration : IEntityTypeConfiguration<SenderLease>
{
    public void Configure(EntityTypeBuilder<SenderLease> builder)
    {
        builder.ToTable("sender_leases");
        builder.HasKey(l => l.Channel);
        builder.Property(l => l.Channel).HasMaxLength(32);
    }
}
