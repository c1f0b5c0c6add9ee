using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Outreach.Staff.Frame;
using Outreach.Storage;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Areas.Staff.Pages.Audit;

/// <summary>Who did what, newest first. Reading it is a line of its own.</summary>
internal sealed class ListModel(OutreachDb db, AuditTrail trail, LocalDay day, ConsoleText text) : StaffPage
{
    private const int PageLines = 50;
    private Dictionary<Guid, string> _names = [];

    public IReadOnlyList<AuditEntry> Lines { get; private set; } = [];

    /// <summary>Where the next page begins; null = there are no older lines.</summary>
    public long? Older { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "truoc")] long? before)
    {
        await trail.WriteAsync(new AuditDraft(Me.Id, AuditAction.AuditRead, AuditKind.Audit, null), HttpContext.RequestAborted);
        var token = HttpContext.RequestAborted;
        var found = await db.AuditEntries.AsNoTracking().Where(e => before == null || e.Number < before)
            .OrderByDescending(e => e.Number).Take(PageLines + 1).ToListAsync(token);
        Lines = [.. found.Take(PageLines)];
        Older = found.Count > PageLines ? Lines[^1].Number : null;
        var ids = Lines.Select(e => e.StaffId).OfType<Guid>().Concat(Lines.Where(e => e.What == AuditKind.Staff && e.Id is not null).Select(e => Guid.Parse(e.Id!))).Distinct().ToList();
        _names = await db.Staff.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.DisplayName, token);
    }

    public string Who(AuditEntry line) => line switch
    {
        { StaffId: null } => line.Source ?? text["audit.nobody"],
        { Source: null } => Name(line.StaffId.Value),
        // As claimed: nobody signs in at a command line.
        _ => $"{Name(line.StaffId.Value)} · {line.Source}",
    };

    public string What(AuditEntry line) => line switch
    {
        { Id: null } => text["kind." + line.What],
        { What: AuditKind.Staff } => Name(Guid.Parse(line.Id)),
        _ => $"{text["kind." + line.What]} {line.Id[..Math.Min(8, line.Id.Length)]}",
    };

    public string Hour(DateTimeOffset hour) => TimeZoneInfo.ConvertTime(hour, day.Zone).ToString("dd/MM/yyyy HH'h'", CultureInfo.InvariantCulture);

    private string Name(Guid id) => _names.GetValueOrDefault(id) ?? id.ToString("D")[..8];
}
