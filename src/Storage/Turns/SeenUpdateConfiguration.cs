using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Outreach.Storage.Turns;

internal sealed class SeenUpdateConfiguration : IEntityTypeConfiguration<SeenUpdate>
{
    public void Configure(EntityTypeBuilder<SeenUpdate> builder)
    {
        builder.ToTable("seen_updates");
        builder.HasKey(s => s.Key);
    }
}
