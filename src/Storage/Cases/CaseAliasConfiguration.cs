using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Outreach.Storage.Cases;

internal sealed class CaseAliasConfiguration : IEntityTypeConfiguration<CaseAlias>
{
    public void Configure(EntityTypeBuilder<CaseAlias> builder)
    {
        builder.ToTable(CaseAlias.Table);
        builder.HasKey(a => a.Alias);
        builder.Property(a => a.Alias).HasMaxLength(48);
    }
}
