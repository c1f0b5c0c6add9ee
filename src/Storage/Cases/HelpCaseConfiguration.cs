using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Outreach.Storage.Cases;

internal sealed class HelpCaseConfiguration : IEntityTypeConfiguration<HelpCase>
{
    public void Configure(EntityTypeBuilder<HelpCase> builder)
    {
        builder.ToTable(HelpCase.Table, table => table.HasRandomId("id"));
        builder.HasKey(c => c.Id);
        builder.HasIndex(c => c.Alias).IsUnique();
        // The folders: what parts them, then the order of the list. A folder's page is one range of one index.
        builder.HasIndex(c => new { c.State, c.LastOn, c.Id });
        builder.HasIndex(c => new { c.State, c.AssignedTo, c.LastOn, c.Id });
        builder.HasIndex(c => new { c.Priority, c.State, c.LastOn, c.Id });
        // The folders' numbers are counted in this index alone, without a look at the rows.
        builder.HasIndex(c => new { c.State, c.Topic, c.Priority, c.AssignedTo });
        builder.HasIndex(c => c.Epoch);
        builder.Property(c => c.Alias).HasMaxLength(48);
        builder.Property(c => c.AliasKey).HasMaxLength(48);
        builder.Property(c => c.Colour).HasMaxLength(16);
        builder.Property(c => c.Mode).HasMaxLength(16);
        builder.Property(c => c.Topic).HasMaxLength(64);
        builder.Property(c => c.Language).HasMaxLength(8);
        builder.Property(c => c.Consent).HasMaxLength(64);
        builder.Property(c => c.Priority).HasMaxLength(16);
        builder.Property(c => c.State).HasMaxLength(16);
        builder.Property(c => c.FirstReply).HasMaxLength(16);
        builder.Property(c => c.Outcome).HasMaxLength(16);
        builder.Property(c => c.UrgentSince).HasConversion<WholeHour>();
        builder.Property(c => c.Version).IsConcurrencyToken();
    }
}
