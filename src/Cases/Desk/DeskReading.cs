using Microsoft.EntityFrameworkCore;
using Outreach.Cases.Vault;
using Outreach.Storage;
using Outreach.Storage.Cases;
using Outreach.Storage.Staff;

namespace Outreach.Cases.Desk;

/// <summary>Reads a case for staff.</summary>
internal static class DeskReading
{
    public static async Task<DeskCase> ReadAsync(OutreachDb db, HelpCase found, byte[] caseKey, StaffMember acting, CancellationToken cancellationToken)
    {
        var id = found.Id;
        var texts = await db.CaseTexts.AsNoTracking().Where(t => t.CaseId == id).OrderBy(t => t.Number).ToListAsync(cancellationToken);
        var referrals = await db.CaseReferrals.AsNoTracking().Where(r => r.CaseId == id).OrderBy(r => r.On).ThenBy(r => r.Id).ToListAsync(cancellationToken);
        var reports = await db.CaseReports.AsNoTracking().Where(r => r.CaseId == id).OrderBy(r => r.On).ThenBy(r => r.Id).ToListAsync(cancellationToken);
        return new DeskCase
        {
            Line = LineOf(found),
            Language = found.Language,
            Danger = found.Danger,
            FirstReply = found.FirstReply,
            Outcome = found.Outcome,
            ClosedOn = found.ClosedOn,
            CanReopen = await CanReopenAsync(db, found, cancellationToken),
            Texts = [.. texts.Select(text => new DeskText
            {
                Id = text.Id,
                Number = text.Number,
                Author = text.Author,
                StaffId = text.StaffId,
                Text = TextVault.Open(caseKey, text),
                On = text.On,
                Delivery = text.Delivery,
            })],
            Referrals = [.. referrals.Select(r => new DeskReferral(r.Id, r.PartnerId, r.On, r.Agreed, r.Outcome))],
            Reports = [.. reports.Select(r => new DeskReport(r.Rule, r.To, r.On, r.StaffId))],
            OpenedByStaff = 1 + await db.CaseReaders.CountAsync(r => r.CaseId == id && r.StaffId != acting.Id, cancellationToken),
        };
    }

    public static async Task<bool> CanReopenAsync(OutreachDb db, HelpCase found, CancellationToken cancellationToken) =>
        found.State == CaseState.Closed
        && (found.Mode == AnswerMode.Receipt || await db.CaseLinks.AnyAsync(l => l.CaseId == found.Id, cancellationToken));

    public static async Task<int> NextNumberAsync(OutreachDb db, Guid caseId, CancellationToken cancellationToken) =>
        1 + (await db.CaseTexts.Where(t => t.CaseId == caseId).MaxAsync(t => (int?)t.Number, cancellationToken) ?? 0);

    private static CaseLine LineOf(HelpCase found) => new()
    {
        Id = found.Id,
        Alias = found.Alias,
        Colour = found.Colour,
        Mode = found.Mode,
        Topic = found.Topic,
        Priority = found.Priority,
        State = found.State,
        AssignedTo = found.AssignedTo,
        ReceivedOn = found.ReceivedOn,
        LastOn = found.LastOn,
        UrgentSince = found.UrgentSince,
    };
}
