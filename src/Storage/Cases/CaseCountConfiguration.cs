using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Outreach.Storage.Cases;

internal sealed class CaseCountConfiguration : IEntityTypeConfiguration<CaseCount>
{
    public void Configure(EntityTypeBuilder<CaseCount> builder)
    {
        builder.ToTable(CaseCount.Table);
        builder.HasKey(c => new { c.Month, c.Topic, c.Outcome, c.Priority, c.FirstReply });
        builder.Property(c => c.Month).ValueGeneratedNever();
        builder.Property(c => c.Topic).HasMaxLength(64);
        builder.Property(c => c.Outcome).HasMaxLength(16);
        builder.Property(c => c.Priority).HasMaxLength(16);
        builder.Property(c => c.FirstReply).HasMaxLength(16);
        builder.Property(c => c.Count).IsConcurrencyToken();
    }
}
