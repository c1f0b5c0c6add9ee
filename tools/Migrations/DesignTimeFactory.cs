using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Outreach.Storage;

namespace Outreach.Migrations;

/// <summary>Gives <c>dotnet ef</c> the model. No database is reached to make a migration.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<OutreachDb>
{
    public OutreachDb CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<OutreachDb>();
        PostgresModel.Configure(builder, "Host=localhost;Database=outreach");
        return new OutreachDb(builder.Options);
    }
}
