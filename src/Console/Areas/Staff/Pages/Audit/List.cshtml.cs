using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Outreach.Staff.Frame;
using Outreach.Storage;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Areas.Staff.Pages.Audit;

/// <summary>Who did what: first what waits for the night, in no order, then the chain, newest first. Reading it is a line of its own.</summary>
internal sealed class ListModel(OutreachDb db, AuditTrail trail, LocalDay day, ConsoleText text) : StaffPage
{
    private const int PageLines = 50;
    private Dictionary<Guid, string> _names = [];

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>The query of the next page; null = there are no older lines.</summary>
    public string? Older { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "truoc")] long? before, [FromQuery(Name = "cho")] Guid? after)
    {
        var token = HttpContext.RequestAborted;
        await trail.WriteAsync(new AuditDraft(Me.Id, AuditAction.AuditRead, AuditKind.Audit, null), token);
        var found = before is null ? await WaitingAsync(after, token) : [];
        found.AddRange(await ChainAsync(before, PageLines + 1 - found.Count, token));
        Lines = [.. found.Take(PageLines)];
        if (found.Count > PageLines)
        {
            Older = Lines[^1] is { Number: { } number } ? $"truoc={number}" : $"cho={Lines[^1].Waiting:D}";
        }

        var ids = Lines.Select(l => l.Did.StaffId).OfType<Guid>().Concat(Lines.Where(l => l.Did is { What: AuditKind.Staff, Id: not null }).Select(l => Guid.Parse(l.Did.Id!))).Distinct().ToList();
        _names = await db.Staff.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.DisplayName, token);
    }

    public string Who(AuditDraft did) => did switch
    {
        { StaffId: null } => did.Source ?? text["audit.nobody"],
        { Source: null } => Name(did.StaffId.Value),
        // As claimed: nobody signs in at a command line.
        _ => $"{Name(did.StaffId.Value)} · {did.Source}",
    };

    public string What(AuditDraft did) => did switch
    {
        { Id: null } => text["kind." + did.What],
        { What: AuditKind.Staff } => Name(Guid.Parse(did.Id)),
        _ => $"{text["kind." + did.What]} {did.Id[..Math.Min(8, did.Id.Length)]}",
    };

    private async Task<List<Line>> WaitingAsync(Guid? after, CancellationToken cancellationToken)
    {
        var found = await db.AuditWaiting.AsNoTracking().Where(e => after == null || e.Id.CompareTo(after.Value) > 0)
            .OrderBy(e => e.Id).Take(PageLines + 1).ToListAsync(cancellationToken);
        return [.. found.Select(e => new Line(Day(e.On), new AuditDraft(e.StaffId, e.Action, AuditKind.Case, e.CaseId.ToString("D")) { Source = e.Source }, null, e.Id))];
    }

    private async Task<IEnumerable<Line>> ChainAsync(long? before, int lines, CancellationToken cancellationToken)
    {
        var found = await db.AuditEntries.AsNoTracking().Where(e => before == null || e.Number < before)
            .OrderByDescending(e => e.Number).Take(lines).ToListAsync(cancellationToken);
        return found.Select(e => new Line(
            e.What == AuditKind.Case && e.Hour.TimeOfDay == TimeSpan.Zero ? Day(DateOnly.FromDateTime(e.Hour.UtcDateTime)) : Hour(e.Hour),
            new AuditDraft(e.StaffId, e.Action, e.What, e.Id) { Source = e.Source },
            e.Number,
            null));
    }

    private static string Day(DateOnly on) => on.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private string Hour(DateTimeOffset hour) => TimeZoneInfo.ConvertTime(hour, day.Zone).ToString("dd/MM/yyyy HH'h'", CultureInfo.InvariantCulture);

    private string Name(Guid id) => _names.GetValueOrDefault(id) ?? id.ToString("D")[..8];

    /// <param name="Number">Its place in the chain, or null and <paramref name="Waiting"/>: the id under which it waits.</param>
    internal sealed record Line(string When, AuditDraft Did, long? Number, Guid? Waiting);
}
