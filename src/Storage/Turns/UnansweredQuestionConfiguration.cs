using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Outreach.Storage.Turns;

internal sealed class UnansweredQuestionConfiguration : IEntityTypeConfiguration<UnansweredQuestion>
{
    public void Configure(EntityTypeBuilder<UnansweredQuestion> builder)
    {
        builder.ToTable("unanswered_questions");
        builder.HasKey(u => u.Id);
        builder.HasIndex(u => u.Day);
        builder.Property(u => u.Language).HasMaxLength(8);
        builder.Property(u => u.MaskedText).HasMaxLength(4000);
        builder.Property(u => u.Reason).HasMaxLength(32);
    }
}
