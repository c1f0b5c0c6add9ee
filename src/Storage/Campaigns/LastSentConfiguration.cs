using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Outreach.Storage.Subscribers;

namespace Outreach.Storage.Campaigns;

internal sealed class LastSentConfiguration : IEntityTypeConfiguration<LastSent>
{
    public void Configure(EntityTypeBuilder<LastSent> builder)
    {
        builder.ToTable("last_sent");
        builder.HasKey(l => l.SubscriberId);
        builder.HasOne<Subscriber>().WithOne().HasForeignKey<LastSent>(l => l.SubscriberId).OnDelete(DeleteBehavior.Cascade);
    }
}
