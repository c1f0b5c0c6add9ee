using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Outreach.Storage.Cases;

internal sealed class ReceiptEpochConfiguration : IEntityTypeConfiguration<ReceiptEpoch>
{
    public void Configure(EntityTypeBuilder<ReceiptEpoch> builder)
    {
        builder.ToTable(ReceiptEpoch.Table);
        builder.HasKey(e => e.Epoch);
        builder.Property(e => e.Epoch).ValueGeneratedNever();
        builder.Property(e => e.Salt).HasMaxLength(32);
    }
}
