using Outreach.Bot.Tests.Turns;

namespace Outreach.Bot.Tests.Preferences;

/// <summary>Bots in which somebody gets the monthly message.</summary>
internal static class Subscribed
{
    private static readonly (string Path, string Text) Provinces = ("provinces.yml", """
        - name: Bắc Ninh
          also: [Bắc Giang]
        - name: TP Hồ Chí Minh
          also: [hcm, Bình Dương]
        - name: Huế
          also: [Thừa Thiên Huế]
        """);

    public static async Task<TestBot> StartAsync()
    {
        var bot = await TestBot.StartAsync("telegram", Provinces);
        await bot.SubscribeAsync();
        return bot;
    }

    public static async Task SubscribeAsync(this TestBot bot)
    {
        await bot.SendAsync("đăng ký");
        await bot.SendAsync("có");
    }
}
