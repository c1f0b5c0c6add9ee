using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Outreach.Storage.Campaigns;

internal sealed class CampaignReturnConfiguration : IEntityTypeConfiguration<CampaignReturn>
{
    public void Configure(EntityTypeBuilder<CampaignReturn> builder)
    {
        builder.ToTable("campaign_returns");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Reason).HasMaxLength(CampaignReturn.MaxReasonChars);
        builder.HasOne<Campaign>().WithMany().HasForeignKey(r => r.CampaignId).OnDelete(DeleteBehavior.Cascade);
    }
}
