using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Outreach.Storage.Cases;

namespace Outreach.Storage.Staff;

internal sealed class WaitingEntryConfiguration : IEntityTypeConfiguration<WaitingEntry>
{
    public void Configure(EntityTypeBuilder<WaitingEntry> builder)
    {
        builder.ToTable(WaitingEntry.Table, table =>
        {
            table.HasRandomId("id");
            table.HasRandomId("case_id");
        });
        // Nothing leads to the case's row: the line outlives it.
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Action).HasMaxLength(32);
        builder.Property(e => e.Source).HasMaxLength(AuditEntry.MaxChars);
    }
}
