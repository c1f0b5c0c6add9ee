using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Outreach.Storage.Subscribers;

internal sealed class SubscriberConfiguration : IEntityTypeConfiguration<Subscriber>
{
    public void Configure(EntityTypeBuilder<Subscriber> builder)
    {
        builder.ToTable(Subscriber.Table);
        builder.HasKey(s => s.Id);
        builder.HasIndex(s => s.LookupKey).IsUnique();
        // Of the few who are linked alone: the many cost it nothing.
        builder.HasIndex(s => s.PersonId).HasDatabaseName("ix_subscribers_person").HasFilter("person_id IS NOT NULL");
        builder.Property(s => s.Channel).HasMaxLength(32);
        builder.Property(s => s.Language).HasMaxLength(8);
        builder.Property(s => s.Province).HasMaxLength(64);
        builder.Property(s => s.Role).HasMaxLength(16);
        builder.Property(s => s.WithdrawnBecause).HasMaxLength(16);
        builder.Property(s => s.ConsentWording).HasMaxLength(64);
    }
}
