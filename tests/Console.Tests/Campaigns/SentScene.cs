using Microsoft.Extensions.DependencyInjection;
using Outreach.Scheduler.Campaigns;
using Outreach.Scheduler.Delivery;
using Outreach.Staff.Tests.House;
using Outreach.Storage.Campaigns;
using Outreach.Storage.Subscribers;
using Outreach.Storage.Turns;
using Quiz = Outreach.Content.Answers.Quiz;

namespace Outreach.Staff.Tests.Campaigns;

/// <summary>Broadcasts that are over, with all that can come of one, as rows of a house's database.</summary>
internal sealed class SentScene(ConsoleHouse house)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Of so many: the given number got it, twelve had blocked us, eleven failed, the others were skipped; as many again left afterwards as blocked.</summary>
    public async Task<Guid> SentAsync(
        string title, int daysAgo, int people = 100, int sent = 60, int taps = 30, BroadcastState state = BroadcastState.Done, Func<CampaignPlan, CampaignPlan>? change = null)
    {
        var plan = new CampaignPlan
        {
            Messages =
            [
                new CampaignMessage
                {
                    Texts = new Dictionary<string, MessageText>
                    {
                        ["vi"] = new() { Title = title, Markdown = $"Chào bạn, **{title}** đây.", Quiz = new Quiz("Bao lâu?", ["Một", "Hai"], 1, "Hai tháng.") },
                        ["en"] = new() { Title = title + " (en)", Markdown = "Hello, keep your papers.", Quiz = new Quiz("How long?", ["One", "Two"], 1, "Two months.") },
                    },
                    Buttons = ["bhtn-dieu-kien"],
                },
            ],
        };
        plan = change?.Invoke(plan) ?? plan;
        var at = house.Clock.GetUtcNow().AddDays(-daysAgo);
        var campaign = new Campaign { Title = title, Plan = plan.ToJson(), State = CampaignState.Done, CreatedAt = at, ChangedAt = at };
        var broadcast = new Broadcast { CampaignId = campaign.Id, PlannedAt = at, StartedAt = at, EndedAt = at.AddHours(2), State = state, Plan = plan.ToJson() };
        await using var db = await house.OpenDbAsync();
        db.AddRange(campaign, broadcast);
        for (var i = 0; i < people; i++)
        {
            var person = new Subscriber { Channel = i % 5 == 0 ? "zalo" : "telegram", LookupKey = Guid.NewGuid().ToByteArray() };
            person.Consent([1], "v1", at.AddDays(-1));
            var (became, cause) = i < sent ? (DeliveryState.Sent, (DeliveryCause?)null)
                : i < sent + 12 ? (DeliveryState.Stopped, DeliveryCause.Blocked)
                : i < sent + 23 ? (DeliveryState.Failed, DeliveryCause.ChannelFault)
                : i < sent + 24 ? (DeliveryState.InDoubt, DeliveryCause.Unanswered)
                : (DeliveryState.Skipped, DeliveryCause.Capped);
            var settled = at.AddMinutes(i);
            if (i < Math.Min(sent, 24))
            {
                person.TryWithdraw(settled.AddHours(1), i % 2 == 0 ? Withdrawal.Asked : Withdrawal.Blocked);
            }

            db.AddRange(person, new Storage.Campaigns.Delivery
            {
                BroadcastId = broadcast.Id,
                SubscriberId = person.Id,
                Channel = person.Channel,
                State = became,
                Cause = cause,
                SettledAt = settled,
                DoubtedAt = became == DeliveryState.InDoubt ? settled : null,
            });
        }

        foreach (var (number, isQuiz, count) in new[] { (1, false, taps), (1, true, 11), (2, true, 33) }.Where(each => each.Item3 > 0))
        {
            db.DailyCounters.Add(new DailyCounter { Day = DateOnly.FromDateTime(at.UtcDateTime), Name = "tap", Topic = new BroadcastTag(broadcast.Id, number, isQuiz).ToString(), Count = count });
        }

        await db.SaveChangesAsync(Token);
        return broadcast.Id;
    }

    /// <summary>Their rows go, as the housekeeping has it after ninety days.</summary>
    public Task<(int Broadcasts, long Rows)> EndTimeAsync() => house.Services.GetRequiredService<DeliveryKeeping>().RunAsync(90, 366, Token);
}
