using Microsoft.EntityFrameworkCore;
using Outreach.Bot.Host;
using Outreach.Channels.Telegram;
using Outreach.Content;
using Outreach.Content.Store;
using Outreach.Scheduler.Campaigns;
using Outreach.Scheduler.Rehearsal;
using Outreach.Storage;

namespace Outreach.Bot.CommandLine;

/// <summary>What the verbs of campaigns work with.</summary>
internal sealed class CampaignTools(IServiceProvider services)
{
    public CampaignDesk Desk => services.GetRequiredService<CampaignDesk>();
    public BroadcastDesk Broadcasts => services.GetRequiredService<BroadcastDesk>();
    public CampaignShelf Shelf => services.GetRequiredService<CampaignShelf>();
    public CampaignCalendar Calendar => services.GetRequiredService<CampaignCalendar>();
    public CampaignRehearsal Rehearsal => services.GetRequiredService<CampaignRehearsal>();
    public PlanCheck Check => services.GetRequiredService<PlanCheck>();
    public LocalDay Day => services.GetRequiredService<LocalDay>();
    public TimeProvider Time => services.GetRequiredService<TimeProvider>();

    /// <summary>Messages a second of the channels that can be written to, as they are set, switched on or not.</summary>
    public IReadOnlyDictionary<string, int> Rates => new Dictionary<string, int>
    {
        [ConfiguredChannels.Telegram] = services.GetRequiredService<IConfiguration>().GetValue("Telegram:MessagesPerSecond", new TelegramOptions().MessagesPerSecond),
    };

    public IEnumerable<string> CampaignIds => services.GetRequiredService<ContentStore>().Current.In(Languages.Vietnamese).Campaigns.Keys;

    /// <exception cref="WrongUseException">There is no account of this name.</exception>
    public async Task<Guid> FindStaffAsync(string name, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<OutreachDb>>().CreateDbContextAsync(cancellationToken);
        var normalized = name.Trim().ToUpperInvariant();
        return await db.Staff.AsNoTracking().SingleOrDefaultAsync(s => s.NormalizedName == normalized, cancellationToken) is { } member
            ? member.Id
            : throw new WrongUseException("--by: there is no staff account of this name. Make one with 'outreach staff add NAME --role campaigner --password-stdin'.");
    }
}
