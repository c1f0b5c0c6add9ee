using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Outreach.Storage.Cases;

internal sealed class CaseReceiptConfiguration : IEntityTypeConfiguration<CaseReceipt>
{
    public void Configure(EntityTypeBuilder<CaseReceipt> builder)
    {
        builder.ToTable(CaseReceipt.Table, table => table.HasRandomId("case_id"));
        builder.HasKey(r => r.Lookup);
        builder.HasIndex(r => r.Epoch);
        builder.HasOne<HelpCase>().WithMany().HasForeignKey(r => r.CaseId);
        builder.Property(r => r.Lookup).HasMaxLength(32);
    }
}
