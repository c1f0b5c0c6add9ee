using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Outreach.Storage.Staff;

internal sealed class StaffMemberConfiguration : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> builder)
    {
        builder.ToTable(StaffMember.Table);
        builder.HasKey(s => s.Id);
        builder.HasIndex(s => s.NormalizedName).IsUnique();
        builder.Property(s => s.Name).HasMaxLength(StaffMember.MaxNameChars);
        builder.Property(s => s.NormalizedName).HasMaxLength(StaffMember.MaxNameChars);
        builder.Property(s => s.DisplayName).HasMaxLength(StaffMember.MaxNameChars);
        builder.Property(s => s.Role).HasMaxLength(16);
        builder.Property(s => s.Language).HasMaxLength(8);
        builder.Property(s => s.PasswordHash).HasMaxLength(256);
        builder.Property(s => s.SecurityStamp).HasMaxLength(64);
        builder.Property(s => s.Version).IsConcurrencyToken();
    }
}
