using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Outreach.Storage.Turns;

internal sealed class DailyCounterConfiguration : IEntityTypeConfiguration<DailyCounter>
{
    public void Configure(EntityTypeBuilder<DailyCounter> builder)
    {
        builder.ToTable("daily_counters");
        builder.HasKey(c => new { c.Day, c.Name, c.Topic });
        builder.Property(c => c.Name).HasMaxLength(64);
        builder.Property(c => c.Topic).HasMaxLength(64);
    }
}
