using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Outreach.Storage.Turns;

internal sealed class StoredConversationConfiguration : IEntityTypeConfiguration<StoredConversation>
{
    public void Configure(EntityTypeBuilder<StoredConversation> builder)
    {
        builder.ToTable("conversations");
        builder.HasKey(c => c.Key);
        builder.Property(c => c.Language).HasMaxLength(8);
        builder.Property(c => c.Data).HasMaxLength(ConversationState.MaxDataChars);
    }
}
