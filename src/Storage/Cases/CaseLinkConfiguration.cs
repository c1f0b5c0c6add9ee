using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Outreach.Storage.Cases;

internal sealed class CaseLinkConfiguration : IEntityTypeConfiguration<CaseLink>
{
    public void Configure(EntityTypeBuilder<CaseLink> builder)
    {
        builder.ToTable(CaseLink.Table, table =>
        {
            table.HasRandomId("id");
            table.HasRandomId("case_id");
        });
        builder.HasKey(l => l.Id);
        builder.HasIndex(l => l.CaseId).IsUnique();
        builder.HasOne<HelpCase>().WithMany().HasForeignKey(l => l.CaseId);
    }
}
