using Microsoft.EntityFrameworkCore;
using Outreach.Storage;
using Outreach.Storage.Campaigns;
using Outreach.Storage.Settings;
using Outreach.Storage.Staff;

namespace Outreach.Scheduler.Campaigns;

/// <summary>
/// Messages seen by their authors before they are sent. The console hands out a ticket; whoever brings it to the bot, in any chat, gets the
/// message as it then stands. Nobody's chat is kept, and nothing joins it to an account.
/// </summary>
/// <remarks>
/// The key of the tickets lies in the database, not among the key folders: console and public nodes open no folder in common. It
/// guards nothing but the texts of campaigns, which stand beside it.
/// </remarks>
public sealed class TestSends(
    IDbContextFactory<OutreachDb> databases, SharedNotes notes, AuditTrail audit, BroadcastMaker maker, TimeProvider time)
{
    private const string SecretUse = "test-ticket";
    private const int Tries = 3;

    private static readonly CampaignState[] BeforeItsStart = [CampaignState.Draft, CampaignState.Submitted, CampaignState.Approved];

    /// <summary>So long a ticket is good for.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(15);

    public static bool IsPossibleIn(CampaignState state) => BeforeItsStart.Contains(state);

    /// <summary>Whether a text is meant as a ticket, good or not; for no other text the database need be asked.</summary>
    public static bool IsTicket(string text) => TestTicket.HasForm(text);

    /// <summary>A ticket for a message of a campaign, written to the audit.</summary>
    /// <param name="message">From 0; of a series, which of the twelve.</param>
    /// <returns><see cref="DeskOutcome.Ticket"/>, or why not.</returns>
    public async Task<DeskOutcome> BeginAsync(Guid campaignId, int message, CampaignActor by, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!await CampaignDesk.MayAsync(db, by, cancellationToken))
        {
            return new DeskOutcome.MayNot();
        }

        if (await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Id == campaignId, cancellationToken) is not { } campaign)
        {
            return new DeskOutcome.NotFound();
        }

        if (!IsPossibleIn(campaign.State))
        {
            return new DeskOutcome.Changed();
        }

        var ticket = new TestTicket(campaignId, message, time.GetUtcNow() + Lifetime);
        var text = ticket.Sign(await notes.SecretAsync(SecretUse, cancellationToken));
        await audit.WriteAsync(new AuditDraft(by.StaffId, AuditAction.CampaignTested, AuditKind.Campaign, campaignId.ToString("D")) { Source = by.Source }, cancellationToken);
        return new DeskOutcome.Ticket(text, ticket.Until);
    }

    /// <summary>What a ticket shows now.</summary>
    /// <returns>Null where it is wrong or old, or the campaign has begun or is cancelled; which of these, nobody is told.</returns>
    /// <exception cref="StoreUnavailableException">The database cannot be reached.</exception>
    public async Task<TestMessage?> OpenAsync(string ticket, CancellationToken cancellationToken)
    {
        if (TestTicket.Read(ticket, await notes.SecretAsync(SecretUse, cancellationToken)) is not { } good || good.Until <= time.GetUtcNow())
        {
            return null;
        }

        string? json;
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            json = await db.Campaigns.Where(c => c.Id == good.CampaignId && BeforeItsStart.Contains(c.State)).Select(c => c.Plan).SingleOrDefaultAsync(cancellationToken);
        }
        catch (Exception exception) when (StoreFailures.IsUnavailable(exception))
        {
            throw new StoreUnavailableException("The database cannot be reached.", exception);
        }

        return json is not null && CampaignPlan.FromJson(json) is var plan && good.Message < plan.Messages.Count
            ? new TestMessage(good.CampaignId, json, plan.Messages[good.Message], maker.SendDay(plan, good.Message, time.GetUtcNow()))
            : null;
    }

    /// <summary>Remembers with the campaign that a test of it arrived, unless its text was changed since.</summary>
    public async Task MarkAsync(TestMessage test, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            if (await db.Campaigns.SingleOrDefaultAsync(c => c.Id == test.CampaignId, cancellationToken) is not { } campaign || campaign.Plan != test.Plan)
            {
                return;
            }

            campaign.TestedAt = time.GetUtcNow();
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Tries)
            {
                // Somebody changed or submitted it at this moment: judged anew.
            }
            catch (DbUpdateConcurrencyException)
            {
                return;
            }
        }
    }
}
