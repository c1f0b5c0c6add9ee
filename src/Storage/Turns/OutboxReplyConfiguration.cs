using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Outreach.Storage.Turns;

internal sealed class OutboxReplyConfiguration : IEntityTypeConfiguration<OutboxReply>
{
    public void Configure(EntityTypeBuilder<OutboxReply> builder)
    {
        builder.ToTable(PendingReply.Table);
        builder.HasKey(o => o.Id);
        // Not indexed: the table holds what is in flight, and its order is asked for only after a crash.
        builder.Property(o => o.Sequence).UseIdentityAlwaysColumn();
        builder.Property(o => o.Channel).HasMaxLength(32);
    }
}
