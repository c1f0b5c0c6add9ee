using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Outreach.Cases.Requests;
using Outreach.Storage;
using Outreach.Storage.Cases;
using Outreach.Storage.Staff;

namespace Outreach.Cases.Desk;

/// <summary>The folders of the inbox, as far as a staff member may see: counsellors the topics given to them, managers all.</summary>
public sealed class CaseInbox
{
    /// <summary>Most lines a page has, whatever is asked for.</summary>
    public const int MaxLines = 50;

    private static readonly CaseState[] Unfinished = [CaseState.Open, CaseState.Waiting];

    private readonly IDbContextFactory<OutreachDb> _databases;

    internal CaseInbox(IDbContextFactory<OutreachDb> databases) => _databases = databases;

    /// <summary>How many cases lie in each folder.</summary>
    public async Task<IReadOnlyDictionary<CaseFolder, int>> CountAsync(StaffMember acting, CancellationToken cancellationToken)
    {
        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        var me = acting.Id;
        var groups = await Visible(db, acting)
            .GroupBy(c => new { c.State, c.Priority, Mine = c.AssignedTo == me, Free = c.AssignedTo == null })
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        int Sum(Func<CaseState, CasePriority, bool, bool, bool> belongs) =>
            groups.Where(group => belongs(group.Key.State, group.Key.Priority, group.Key.Mine, group.Key.Free)).Sum(group => group.Count);
        return new Dictionary<CaseFolder, int>
        {
            [CaseFolder.Urgent] = Sum((state, priority, _, _) => priority == CasePriority.Urgent && Unfinished.Contains(state)),
            [CaseFolder.Unassigned] = Sum((state, _, _, free) => state == CaseState.Open && free),
            [CaseFolder.Mine] = Sum((state, _, mine, _) => mine && Unfinished.Contains(state)),
            [CaseFolder.Waiting] = Sum((state, _, _, _) => state == CaseState.Waiting),
            [CaseFolder.Closed] = Sum((state, _, _, _) => state == CaseState.Closed),
            [CaseFolder.Quarantined] = Sum((state, _, _, _) => state == CaseState.Quarantined),
        };
    }

    /// <summary>A page of a folder: who has waited longest first; the closed and the set aside, latest first.</summary>
    /// <param name="after">Null = the first page.</param>
    /// <param name="lines">How many, at most <see cref="MaxLines"/>.</param>
    public async Task<CasePage> ListAsync(
        StaffMember acting, CaseFolder folder, CaseFilter? filter, CaseCursor? after, int lines, CancellationToken cancellationToken)
    {
        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        var count = Math.Clamp(lines, 1, MaxLines);
        var latestFirst = folder is CaseFolder.Closed or CaseFolder.Quarantined;
        var inFolder = Narrow(InFolder(Visible(db, acting), folder, acting.Id), filter);
        var page = await Behind(inFolder, after, latestFirst, db.Database.IsRelational())
            .Take(count + 1)
            .Select(c => new CaseLine
            {
                Id = c.Id,
                Alias = c.Alias,
                Colour = c.Colour,
                Mode = c.Mode,
                Topic = c.Topic,
                Priority = c.Priority,
                State = c.State,
                AssignedTo = c.AssignedTo,
                ReceivedOn = c.ReceivedOn,
                LastOn = c.LastOn,
                UrgentSince = c.UrgentSince,
            })
            .ToListAsync(cancellationToken);
        return page.Count <= count
            ? new CasePage(page, null)
            : new CasePage(page[..count], new CaseCursor(page[count - 1].LastOn, page[count - 1].Id));
    }

    /// <summary>A few letters that change with everything a reader of the case would see, without reading a word of it. Null = no such case, or not theirs.</summary>
    public async Task<string?> StampAsync(StaffMember acting, Guid caseId, CancellationToken cancellationToken)
    {
        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        var version = await Visible(db, acting).Where(c => c.Id == caseId && !db.Erasures.Any(e => e.CaseId == caseId)).Select(c => (int?)c.Version).SingleOrDefaultAsync(cancellationToken);
        if (version is null)
        {
            return null;
        }

        var ways = await db.CaseTexts.Where(t => t.CaseId == caseId).GroupBy(t => t.Delivery).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"{version}.{string.Join('.', ways.OrderBy(w => w.Key).Select(w => $"{w.Key}{w.Count}"))}");
    }

    /// <summary>What a member may see; nothing at all for roles that have no cases.</summary>
    internal static IQueryable<HelpCase> Visible(OutreachDb db, StaffMember acting)
    {
        var cases = db.HelpCases.AsNoTracking();
        var topics = acting.Role == StaffRole.Counsellor ? acting.Topics : [];
        return acting.Role == StaffRole.Manager ? cases : cases.Where(c => topics.Contains(c.Topic));
    }

    private static IQueryable<HelpCase> InFolder(IQueryable<HelpCase> cases, CaseFolder folder, Guid me) => folder switch
    {
        CaseFolder.Urgent => cases.Where(c => c.Priority == CasePriority.Urgent && (c.State == CaseState.Open || c.State == CaseState.Waiting)),
        CaseFolder.Unassigned => cases.Where(c => c.State == CaseState.Open && c.AssignedTo == null),
        CaseFolder.Mine => cases.Where(c => c.AssignedTo == me && (c.State == CaseState.Open || c.State == CaseState.Waiting)),
        CaseFolder.Waiting => cases.Where(c => c.State == CaseState.Waiting),
        CaseFolder.Closed => cases.Where(c => c.State == CaseState.Closed),
        CaseFolder.Quarantined => cases.Where(c => c.State == CaseState.Quarantined),
        _ => throw new ArgumentOutOfRangeException(nameof(folder)),
    };

    private static IQueryable<HelpCase> Narrow(IQueryable<HelpCase> cases, CaseFilter? filter)
    {
        if (filter?.Topic is { } topic)
        {
            cases = cases.Where(c => c.Topic == topic);
        }

        if (string.IsNullOrWhiteSpace(filter?.Alias))
        {
            return cases;
        }

        var part = Aliases.Fold(filter.Alias);
        return cases.Where(c => c.AliasKey.Contains(part));
    }

    /// <summary>In a server, day and id are compared as one value: a page deep in a long day starts where it begins and reads no further.</summary>
    private static IQueryable<HelpCase> Behind(IQueryable<HelpCase> cases, CaseCursor? after, bool latestFirst, bool isServer)
    {
        if (after is not null)
        {
            var (on, id) = after;
            cases = (isServer, latestFirst) switch
            {
                (true, false) => cases.Where(c => EF.Functions.GreaterThan(ValueTuple.Create(c.LastOn, c.Id), ValueTuple.Create(on, id))),
                (true, true) => cases.Where(c => EF.Functions.LessThan(ValueTuple.Create(c.LastOn, c.Id), ValueTuple.Create(on, id))),
                (false, false) => cases.Where(c => c.LastOn > on || (c.LastOn == on && c.Id.CompareTo(id) > 0)),
                (false, true) => cases.Where(c => c.LastOn < on || (c.LastOn == on && c.Id.CompareTo(id) < 0)),
            };
        }

        return latestFirst
            ? cases.OrderByDescending(c => c.LastOn).ThenByDescending(c => c.Id)
            : cases.OrderBy(c => c.LastOn).ThenBy(c => c.Id);
    }
}
