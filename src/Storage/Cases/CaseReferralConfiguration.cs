using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Outreach.Storage.Cases;

internal sealed class CaseReferralConfiguration : IEntityTypeConfiguration<CaseReferral>
{
    public void Configure(EntityTypeBuilder<CaseReferral> builder)
    {
        builder.ToTable(CaseReferral.Table, table =>
        {
            table.HasRandomId("id");
            table.HasRandomId("case_id");
        });
        builder.HasKey(r => r.Id);
        builder.HasOne<HelpCase>().WithMany().HasForeignKey(r => r.CaseId);
        builder.Property(r => r.PartnerId).HasMaxLength(64);
        builder.Property(r => r.Outcome).HasMaxLength(16);
    }
}
