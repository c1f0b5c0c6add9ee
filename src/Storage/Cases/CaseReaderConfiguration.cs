using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Outreach.Storage.Cases;

internal sealed class CaseReaderConfiguration : IEntityTypeConfiguration<CaseReader>
{
    public void Configure(EntityTypeBuilder<CaseReader> builder)
    {
        builder.ToTable(CaseReader.Table, table => table.HasRandomId("case_id"));
        builder.HasKey(r => new { r.CaseId, r.StaffId });
        builder.HasOne<HelpCase>().WithMany().HasForeignKey(r => r.CaseId);
    }
}
