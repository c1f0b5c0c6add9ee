using Microsoft.Extensions.DependencyInjection;
using Outreach.Bot.Tests.Turns;
using Outreach.Cases.Triage;

namespace Outreach.Bot.Tests.Help;

public sealed class UrgentAlarmTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_urgent_request_alarms_at_once_and_after_five_and_fifteen_minutes()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.AskForHelpAsync("em sợ lắm", "g:receipt", "g:yes:danger");
        var alarms = bot.Services.GetRequiredService<UrgentAlarms>();
        var given = new List<int>();

        for (var minute = 0; minute <= 30; minute++)
        {
            if (await alarms.TakeDueAsync(Stop) > 0)
            {
                given.Add(minute);
            }

            bot.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal([0, 5, 15], given);
    }

    [Fact]
    public async Task A_request_that_staff_answered_alarms_nobody_any_more()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.AskForHelpAsync("em sợ lắm", "g:receipt", "g:yes:danger");
        var alarms = bot.Services.GetRequiredService<UrgentAlarms>();
        Assert.Equal(1, await alarms.TakeDueAsync(Stop));
        var desk = new StaffDesk(bot.Services);
        await desk.ReplyAsync(Assert.Single(await desk.WaitingAsync()).Id, "Bạn gọi 113 ngay.");

        bot.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal(0, await alarms.TakeDueAsync(Stop));
    }
}
