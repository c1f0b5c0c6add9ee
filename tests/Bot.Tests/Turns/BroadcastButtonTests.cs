using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Scheduler.Campaigns;
using Outreach.Scheduler.Delivery;
using Outreach.Storage;
using Outreach.Storage.Campaigns;
using Campaign = Outreach.Storage.Campaigns.Campaign;
using Quiz = Outreach.Content.Answers.Quiz;

namespace Outreach.Bot.Tests.Turns;

/// <summary>What the buttons under a broadcast lead to, perhaps long after it.</summary>
public sealed class BroadcastButtonTests
{
    private static readonly Quiz Question = new("Nghỉ ngang có được lãnh không?", ["Có", "Không"], 1, "Phải báo trước đủ ngày thì mới được.");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_button_opens_its_answer_and_is_counted_for_the_broadcast_alone()
    {
        await using var bot = await TestBot.StartAsync();
        var broadcast = await BroadcastAsync(bot);
        var tag = new BroadcastTag(broadcast, 1, IsChoice: false).ToString();

        var heard = await bot.PressAsync(tag);

        heard.Expect("Nghỉ ngang thì không được.");
        Assert.Contains("tap/" + tag, bot.Store.Counters);
        Assert.Contains("answered/nghi-ngang", bot.Store.Counters);
    }

    [Theory]
    [InlineData(2, "Đúng rồi!", "Câu đúng là")]
    [InlineData(1, "Câu đúng là", "Đúng rồi!")]
    public async Task A_choice_of_the_quiz_is_told_right_or_wrong_and_why(int choice, string said, string unsaid)
    {
        await using var bot = await TestBot.StartAsync();
        var tag = new BroadcastTag(await BroadcastAsync(bot), choice, IsChoice: true).ToString();

        var heard = await bot.PressAsync(tag);

        heard.Expect(said, "Phải báo trước đủ ngày thì mới được.").Without(unsaid).WithButton("c:menu");
        Assert.Contains("tap/" + tag, bot.Store.Counters);
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(9, true)]
    public async Task A_button_that_its_broadcast_does_not_have_brings_the_menu(int number, bool isChoice)
    {
        await using var bot = await TestBot.StartAsync();
        var broadcast = await BroadcastAsync(bot);

        var heard = await bot.PressAsync(new BroadcastTag(broadcast, number, isChoice).ToString());

        heard.WithButton("t:bhxh");
    }

    [Fact]
    public async Task A_button_of_a_broadcast_that_is_not_known_here_brings_the_menu_and_is_not_counted()
    {
        await using var bot = await TestBot.StartAsync();

        var heard = await bot.PressAsync(new BroadcastTag(Guid.NewGuid(), 1, IsChoice: false).ToString());

        heard.WithButton("t:bhxh");
        Assert.DoesNotContain(bot.Store.Counters, counter => counter.StartsWith("tap", StringComparison.Ordinal));
    }

    private static async Task<Guid> BroadcastAsync(TestBot bot)
    {
        var text = new MessageText { Title = "Ngày Pháp luật", Markdown = "Nghỉ việc nhớ báo trước.", Quiz = Question };
        var plan = new CampaignPlan { Messages = [new CampaignMessage { Texts = new Dictionary<string, MessageText> { ["vi"] = text }, Buttons = ["nghi-ngang"] }] };
        var now = bot.Clock.GetUtcNow();
        var campaign = new Campaign { Title = "Law Day", Plan = plan.ToJson(), State = CampaignState.Started, CreatedAt = now, ChangedAt = now };
        var broadcast = new Broadcast { CampaignId = campaign.Id, PlannedAt = now, Plan = plan.ToJson(), State = BroadcastState.Done };
        await using var db = await bot.Services.GetRequiredService<IDbContextFactory<OutreachDb>>().CreateDbContextAsync(Cancellation);
        db.AddRange(campaign, broadcast);
        await db.SaveChangesAsync(Cancellation);
        return broadcast.Id;
    }
}
