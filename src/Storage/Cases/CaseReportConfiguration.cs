using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Outreach.Storage.Cases;

internal sealed class CaseReportConfiguration : IEntityTypeConfiguration<CaseReport>
{
    public void Configure(EntityTypeBuilder<CaseReport> builder)
    {
        builder.ToTable(CaseReport.Table, table =>
        {
            table.HasRandomId("id");
            table.HasRandomId("case_id");
        });
        builder.HasKey(r => r.Id);
        builder.HasOne<HelpCase>().WithMany().HasForeignKey(r => r.CaseId);
        builder.Property(r => r.Rule).HasMaxLength(16);
        builder.Property(r => r.To).HasMaxLength(64);
    }
}
