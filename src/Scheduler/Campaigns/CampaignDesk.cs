using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Outreach.Content.Store;
using Outreach.Scheduler.Planning;
using Outreach.Storage;
using Outreach.Storage.Campaigns;
using Outreach.Storage.Staff;

namespace Outreach.Scheduler.Campaigns;

/// <summary>A campaign's way from a draft to its broadcasts. Every step is asked of <see cref="CampaignRules"/> and written to the audit.</summary>
public sealed class CampaignDesk(
    IDbContextFactory<OutreachDb> databases, StorageStartup storage, AuditTrail audit, Func<ContentStore> content, LocalDay day,
    PlanCheck check, BroadcastMaker maker, BroadcastDesk broadcasts, IOptions<CampaignOptions> options, TimeProvider time)
{
    private const int MaxTitleChars = 200;
    private const int Tries = 3;

    /// <summary>A draft of a campaign in content, all its languages with it.</summary>
    /// <param name="at">When; null = when it is started.</param>
    public async Task<DeskOutcome> CreateFromContentAsync(string contentId, AudienceFilter audience, DateTimeOffset? at, CampaignActor by, CancellationToken cancellationToken)
    {
        if (ContentPlan.Find(content().Current, contentId) is not var (title, message))
        {
            return new DeskOutcome.NotFound();
        }

        return await CreateAsync(title, new CampaignPlan { Messages = [message], When = at is { } instant ? OnceAt(instant) : null, Audience = audience }, contentId, by, cancellationToken);
    }

    /// <summary>A draft. It may still be full of faults: they are asked when it is submitted.</summary>
    public async Task<DeskOutcome> CreateAsync(string title, CampaignPlan plan, string? contentId, CampaignActor by, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!await MayAsync(db, by, cancellationToken))
        {
            return new DeskOutcome.MayNot();
        }

        if (PlanCheck.Unstorable(title, plan) is { Count: > 0 } faults)
        {
            return new DeskOutcome.Faulty(faults);
        }

        var now = time.GetUtcNow();
        var campaign = new Campaign { Title = Cut(title), ContentId = contentId, Plan = plan.ToJson(), AuthorId = by.StaffId, CreatedAt = now, ChangedAt = now };
        db.Campaigns.Add(campaign);
        await audit.SaveAsync(db, [Line(by, AuditAction.CampaignCreated, campaign.Id)], cancellationToken);
        return new DeskOutcome.Done(campaign.Id);
    }

    /// <summary>A new draft with the same plan; its author is who cloned it.</summary>
    public async Task<DeskOutcome> CloneAsync(Guid id, string title, CampaignActor by, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is { } found
            ? await CreateAsync(title, CampaignPlan.FromJson(found.Plan), found.ContentId, by, cancellationToken)
            : new DeskOutcome.NotFound();
    }

    /// <summary>Changes a campaign that has not begun. What was submitted or approved is a draft again.</summary>
    /// <param name="version">The version that was changed: another one meanwhile is not overwritten.</param>
    public Task<DeskOutcome> EditAsync(Guid id, int version, string title, CampaignPlan plan, CampaignActor by, CancellationToken cancellationToken) =>
        PlanCheck.Unstorable(title, plan) is { Count: > 0 } faults
            ? Task.FromResult<DeskOutcome>(new DeskOutcome.Faulty(faults))
            : StepAsync(id, CampaignAct.Edit, AuditAction.CampaignChanged, by, version, (db, campaign) =>
            {
                (campaign.Title, campaign.Plan, campaign.AuthorId) = (Cut(title), plan.ToJson(), by.StaffId);
                (campaign.SubmittedById, campaign.ApprovedById, campaign.TestedAt) = (null, null, null);
                // Also where it is null already: a test may arrive at this very moment, and it showed the old text.
                db.Entry(campaign).Property(c => c.TestedAt).IsModified = true;
                return null;
            }, cancellationToken);

    public Task<DeskOutcome> SubmitAsync(Guid id, int? version, CampaignActor by, CancellationToken cancellationToken) =>
        StepAsync(id, CampaignAct.Submit, AuditAction.CampaignSubmitted, by, version, (db, campaign) =>
        {
            campaign.SubmittedById = by.StaffId;
            foreach (var answered in db.CampaignReturns.Local)
            {
                answered.IsOpen = false;
            }

            return by.StaffId is null ? new DeskOutcome.MayNot() : FaultsOf(campaign);
        }, cancellationToken);

    /// <summary>Freezes the plan. By somebody who neither wrote nor submitted it.</summary>
    /// <param name="version">The version that was read.</param>
    public Task<DeskOutcome> ApproveAsync(Guid id, int? version, CampaignActor by, CancellationToken cancellationToken) =>
        by.FromCommandLine && !options.Value.ApprovalFromCommandLine
            ? Task.FromResult<DeskOutcome>(new DeskOutcome.NotFromCommandLine())
            : StepAsync(id, CampaignAct.Approve, AuditAction.CampaignApproved, by, version, (_, campaign) =>
            {
                campaign.ApprovedById = by.StaffId;
                return by.StaffId is not { } person ? new DeskOutcome.MayNot()
                    : person == campaign.AuthorId || person == campaign.SubmittedById ? new DeskOutcome.NeedsSecondPerson()
                    : FaultsOf(campaign);
            }, cancellationToken);

    /// <summary>Back to a draft, with the reason for its author.</summary>
    /// <param name="reason">1 to <see cref="CampaignReturn.MaxReasonChars"/> characters.</param>
    public Task<DeskOutcome> RejectAsync(Guid id, int? version, string? reason, CampaignActor by, CancellationToken cancellationToken) =>
        ReadReason(reason) is not { Length: > 0 and <= CampaignReturn.MaxReasonChars } why
            ? Task.FromResult<DeskOutcome>(new DeskOutcome.NeedsReason(CampaignReturn.MaxReasonChars))
            : StepAsync(id, CampaignAct.Reject, AuditAction.CampaignRejected, by, version, (db, campaign) =>
            {
                (campaign.SubmittedById, campaign.ApprovedById) = (null, null);
                db.CampaignReturns.Add(new CampaignReturn { CampaignId = id, StaffId = by.StaffId, At = time.GetUtcNow(), Reason = why });
                return null;
            }, cancellationToken);

    /// <summary>Plans its first broadcast: at its date, or now.</summary>
    public Task<DeskOutcome> StartAsync(Guid id, CampaignActor by, CancellationToken cancellationToken) => storage.KeepsNothing
        ? Task.FromResult<DeskOutcome>(new DeskOutcome.NeedsDatabase())
        : StepAsync(id, CampaignAct.Start, AuditAction.CampaignStarted, by, null, (db, campaign) =>
        {
            if (maker.First(campaign.Id, CampaignPlan.FromJson(campaign.Plan), time.GetUtcNow()) is not { } first)
            {
                return new DeskOutcome.NoDateLeft();
            }

            db.Broadcasts.Add(first);
            return null;
        }, cancellationToken);

    /// <summary>Ends it, with every broadcast that is not over. What is being sent at this moment ends as it ends.</summary>
    public async Task<DeskOutcome> CancelAsync(Guid id, CampaignActor by, CancellationToken cancellationToken)
    {
        var outcome = await StepAsync(id, CampaignAct.Cancel, AuditAction.CampaignCancelled, by, null, (_, _) => null, cancellationToken);
        if (outcome is DeskOutcome.Done && !storage.KeepsNothing)
        {
            await broadcasts.CancelAllAsync(id, cancellationToken);
        }

        return outcome;
    }

    /// <summary>Once, at this very minute and on whatever day it is.</summary>
    public Recurrence OnceAt(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, day.Zone).DateTime;
        return new Recurrence.Once(DateOnly.FromDateTime(local)) { At = TimeOnly.FromDateTime(local), EvenOnHolidays = true };
    }

    internal static async Task<bool> MayAsync(OutreachDb db, CampaignActor by, CancellationToken cancellationToken) =>
        by.StaffId is not { } id || await db.Staff.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellationToken) is { Disabled: false } member && CampaignRoles.All.Contains(member.Role);

    private async Task<DeskOutcome> StepAsync(
        Guid id, CampaignAct act, AuditAction action, CampaignActor by, int? version, Func<OutreachDb, Campaign, DeskOutcome?> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            if (!await MayAsync(db, by, cancellationToken))
            {
                return new DeskOutcome.MayNot();
            }

            if (await db.Campaigns.SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } campaign)
            {
                return new DeskOutcome.NotFound();
            }

            if (version is { } seen && seen != campaign.Version)
            {
                return new DeskOutcome.Changed();
            }

            if (CampaignRules.After(campaign.State, act) is not { } next)
            {
                return new DeskOutcome.NotNow(act, campaign.State, CampaignRules.PossibleIn(campaign.State));
            }

            await db.CampaignReturns.Where(r => r.CampaignId == id && r.IsOpen).LoadAsync(cancellationToken);
            if (change(db, campaign) is { } refused)
            {
                return refused;
            }

            (campaign.State, campaign.Version, campaign.ChangedAt) = (next, campaign.Version + 1, time.GetUtcNow());
            try
            {
                await audit.SaveAsync(db, [Line(by, action, id)], cancellationToken);
                return new DeskOutcome.Done(id);
            }
            catch (DbUpdateConcurrencyException) when (attempt < Tries)
            {
                // Somebody was first: judged anew by what it is now.
            }
            catch (DbUpdateConcurrencyException)
            {
                return new DeskOutcome.Changed();
            }
        }
    }

    private DeskOutcome.Faulty? FaultsOf(Campaign campaign) =>
        check.Find(CampaignPlan.FromJson(campaign.Plan)) is var faults && faults.Any(fault => !fault.IsWarning) ? new DeskOutcome.Faulty(faults) : null;

    private static string Cut(string title) => title.Trim() is { Length: > MaxTitleChars } longer ? longer[..MaxTitleChars] : title.Trim();

    /// <summary>Without what is no letter: the database takes no zero and no half of an emoji.</summary>
    private static string ReadReason(string? typed) =>
        string.Concat((typed ?? "").EnumerateRunes().Where(rune => rune.Value == '\n' || !System.Text.Rune.IsControl(rune))).Trim();

    private static AuditDraft Line(CampaignActor by, AuditAction action, Guid id) => new(by.StaffId, action, AuditKind.Campaign, id.ToString("D")) { Source = by.Source };
}
