using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Outreach.Storage;

namespace Outreach.Cases.Tests.Model;

/// <summary>The help tables of the model, found by where their entities live: a new one is looked at without being listed.</summary>
internal static class HelpTables
{
    public static IReadOnlyList<IEntityType> All { get; } = Read();

    private static List<IEntityType> Read()
    {
        var builder = new DbContextOptionsBuilder<OutreachDb>();
        PostgresModel.Configure(builder, "Host=localhost;Database=outreach");
        using var db = new OutreachDb(builder.Options);
        // Checks are kept by the model that migrations are made of.
        var model = db.GetService<IDesignTimeModel>().Model;
        return [.. model.GetEntityTypes().Where(type => type.ClrType.Namespace == "Outreach.Storage.Cases")];
    }
}
