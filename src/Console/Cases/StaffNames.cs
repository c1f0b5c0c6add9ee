using Microsoft.EntityFrameworkCore;
using Outreach.Storage;

namespace Outreach.Staff.Cases;

/// <summary>What colleagues are called: a case knows their ids alone.</summary>
internal sealed class StaffNames(IDbContextFactory<OutreachDb> databases)
{
    public async Task<IReadOnlyDictionary<Guid, string>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Staff.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.DisplayName, cancellationToken);
    }
}
