using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Outreach.Storage.Staff;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable(AuditEntry.Table);
        builder.HasKey(e => e.Number);
        // Numbered by the chain itself, one writer at a time: a sequence would leave gaps.
        builder.Property(e => e.Number).ValueGeneratedNever();
        builder.HasIndex(e => new { e.StaffId, e.Number });
        builder.HasIndex(e => new { e.What, e.Id, e.Number });
        builder.Property(e => e.Action).HasMaxLength(32);
        builder.Property(e => e.What).HasMaxLength(16);
        builder.Property(e => e.Id).HasMaxLength(AuditEntry.MaxChars);
        builder.Property(e => e.Source).HasMaxLength(AuditEntry.MaxChars);
    }
}
