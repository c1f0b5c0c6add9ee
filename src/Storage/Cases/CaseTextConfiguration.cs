using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Outreach.Storage.Cases;

internal sealed class CaseTextConfiguration : IEntityTypeConfiguration<CaseText>
{
    public void Configure(EntityTypeBuilder<CaseText> builder)
    {
        builder.ToTable(CaseText.Table, table =>
        {
            table.HasRandomId("id");
            table.HasRandomId("case_id");
        });
        builder.HasKey(t => t.Id);
        builder.HasIndex(t => new { t.CaseId, t.Number }).IsUnique();
        // What is on its way, a handful of rows, found without reading the rest.
        builder.HasIndex(t => t.Delivery).HasFilter("delivery IN ('Held', 'Queued', 'InDoubt')");
        builder.HasOne<HelpCase>().WithMany().HasForeignKey(t => t.CaseId);
        builder.Property(t => t.Author).HasMaxLength(16);
        builder.Property(t => t.Delivery).HasMaxLength(16).IsConcurrencyToken();
    }
}
