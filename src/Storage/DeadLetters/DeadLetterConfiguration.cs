using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Outreach.Storage.DeadLetters;

internal sealed class DeadLetterConfiguration : IEntityTypeConfiguration<DeadLetter>
{
    public void Configure(EntityTypeBuilder<DeadLetter> builder)
    {
        builder.ToTable("dead_letters");
        builder.HasKey(d => d.Id);
        builder.HasIndex(d => d.UpdateKey).IsUnique();
        builder.Property(d => d.Channel).HasMaxLength(32);
        builder.Property(d => d.Shape).HasMaxLength(DeadLetter.MaxShapeChars);
    }
}
