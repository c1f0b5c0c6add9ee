using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Outreach.Storage.Campaigns;

internal sealed class BroadcastConfiguration : IEntityTypeConfiguration<Broadcast>
{
    public void Configure(EntityTypeBuilder<Broadcast> builder)
    {
        builder.ToTable("broadcasts");
        builder.HasKey(b => b.Id);
        builder.HasIndex(b => new { b.CampaignId, b.PlannedAt }).IsUnique();
        builder.HasOne<Campaign>().WithMany().HasForeignKey(b => b.CampaignId);
        builder.Property(b => b.State).HasMaxLength(16);
        builder.Property(b => b.PausedBecause).HasMaxLength(24);
    }
}
