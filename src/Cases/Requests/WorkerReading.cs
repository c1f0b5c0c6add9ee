using Microsoft.EntityFrameworkCore;
using Outreach.Cases.Vault;
using Outreach.Storage;
using Outreach.Storage.Cases;

namespace Outreach.Cases.Requests;

/// <summary>Reads a case for its writer. What was found and what was not takes the same statements.</summary>
internal static class WorkerReading
{
    public static async Task<StoredCase> ReadAsync(OutreachDb db, Guid caseId, CancellationToken cancellationToken) => new(
        await db.HelpCases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == caseId && !db.Erasures.Any(e => e.CaseId == caseId), cancellationToken),
        await db.CaseTexts.AsNoTracking()
            .Where(t => t.CaseId == caseId && t.Author != TextAuthor.Note && t.Delivery != TextDelivery.Held)
            .OrderBy(t => t.Number).ToListAsync(cancellationToken),
        await db.CaseReaders.CountAsync(r => r.CaseId == caseId, cancellationToken));

    /// <summary>What <see cref="ReadAsync"/> found, before it is opened.</summary>
    internal sealed record StoredCase(HelpCase? Found, IReadOnlyList<CaseText> Texts, int Readers)
    {
        public CaseAccess Open(byte[] caseKey) => new(Found!.Id, caseKey, new CaseView
        {
            State = Found.State,
            Mode = Found.Mode,
            Topic = Found.Topic,
            Language = Found.Language,
            Messages = [.. Texts.Select(text => new CaseMessage(text.Author, TextVault.Open(caseKey, text), text.On))],
            OpenedByStaff = Readers,
        });
    }
}
