using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Outreach.Storage.Polling;

internal sealed class PollOffsetConfiguration : IEntityTypeConfiguration<PollOffset>
{
    public void Configure(EntityTypeBuilder<PollOffset> builder)
    {
        builder.ToTable("poll_offsets");
        builder.HasKey(p => p.Channel);
        builder.Property(p => p.Channel).HasMaxLength(32);
    }
}
