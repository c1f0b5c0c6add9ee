using Microsoft.EntityFrameworkCore;
using Outreach.Staff.Frame;
using Outreach.Storage;
using Outreach.Storage.Campaigns;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Campaigns;

/// <summary>What the audit tells of one campaign and its broadcasts.</summary>
internal sealed class CampaignHistory(OutreachDb db, ConsoleText text)
{
    private const int MaxLines = 60;

    /// <summary>Newest first, at most sixty.</summary>
    /// <param name="returns">Each time it was sent back, the latest first: the audit has no room for their words.</param>
    public async Task<IReadOnlyList<Line>> ReadAsync(Guid campaignId, IEnumerable<Broadcast> broadcasts, IEnumerable<CampaignReturn> returns, CancellationToken cancellationToken)
    {
        var campaign = campaignId.ToString("D");
        var parts = broadcasts.Select(broadcast => broadcast.Id.ToString("D")).ToList();
        var found = await db.AuditEntries.AsNoTracking()
            .Where(e => (e.What == AuditKind.Campaign && e.Id == campaign) || (e.What == AuditKind.Broadcast && parts.Contains(e.Id!)))
            .OrderByDescending(e => e.Number).Take(MaxLines).ToListAsync(cancellationToken);
        var ids = found.Select(e => e.StaffId).OfType<Guid>().Distinct().ToList();
        var names = await db.Staff.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.DisplayName, cancellationToken);
        var reasons = returns.ToList();
        return [.. found.Select(e => new Line(e.Hour, Who(e, names), e.Action, e.Action == AuditAction.CampaignRejected ? TakeReason(e, reasons) : null))];
    }

    /// <summary>Who changed a campaign last; null where nobody is named.</summary>
    public async Task<Line?> LastAsync(Guid campaignId, CancellationToken cancellationToken) =>
        (await ReadAsync(campaignId, [], [], cancellationToken)).FirstOrDefault(line => line.Action != AuditAction.CampaignTested);

    /// <summary>Lines and reasons come in the same order, so the first of the same hour and person belongs to this line.</summary>
    private static string? TakeReason(AuditEntry line, List<CampaignReturn> reasons)
    {
        // A moment before its line, perhaps in the hour before.
        var found = reasons.Find(r => r.StaffId == line.StaffId && r.At >= line.Hour.AddMinutes(-1) && r.At < line.Hour.AddHours(1));
        return found is not null && reasons.Remove(found) ? found.Reason : null;
    }

    private string Who(AuditEntry entry, Dictionary<Guid, string> names) => entry switch
    {
        { StaffId: null } => entry.Source ?? text["audit.nobody"],
        { Source: null } => names.GetValueOrDefault(entry.StaffId.Value, text["cases.word.somebody"]),
        // As claimed: nobody signs in at a command line.
        _ => $"{names.GetValueOrDefault(entry.StaffId.Value, text["cases.word.somebody"])} · {entry.Source}",
    };

    /// <param name="Hour">The audit knows no finer time.</param>
    /// <param name="Reason">Of a campaign that was sent back, why.</param>
    internal sealed record Line(DateTimeOffset Hour, string Who, AuditAction Action, string? Reason = null);
}
