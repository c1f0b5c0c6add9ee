using Microsoft.EntityFrameworkCore;
using Outreach.Storage;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Cases;

/// <summary>What colleagues are called: a case knows their ids alone.</summary>
internal sealed class StaffNames(IDbContextFactory<OutreachDb> databases)
{
    public async Task<IReadOnlyDictionary<Guid, string>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Staff.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.DisplayName, cancellationToken);
    }

    /// <summary>Who can be given a case of this topic.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> ReadForTopicAsync(string topic, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var staff = await db.Staff.AsNoTracking().Where(s => !s.Disabled && (s.Role == StaffRole.Counsellor || s.Role == StaffRole.Manager)).ToListAsync(cancellationToken);
        return [.. staff.Where(s => s.MaySeeTopic(topic)).OrderBy(s => s.DisplayName, StringComparer.CurrentCulture).Select(s => (s.Id, s.DisplayName))];
    }
}
