using Outreach.Bot.Tests.Turns;

namespace Outreach.Bot.Tests.Help;

public sealed class HelpSecrecyTests
{
    [Fact]
    public async Task A_flow_writes_nothing_of_its_turns_and_logs_nothing_of_them()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendAsync("chào");
        var before = bot.Store.Commits.Count;

        var code = await bot.AskForHelpAsync("MARKED-STORY nợ lương", "g:chat", "g:yes:danger");
        await bot.SendAsync(code.Grouped);
        await bot.PressAsync("g:cancel");

        Assert.Equal(before, bot.Store.Commits.Count);
        Assert.All(["MARKED-STORY", code.Grouped[..9], bot.Chat], secret => Assert.DoesNotContain(secret, bot.Logs.All, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_replayed_turn_of_a_flow_changes_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.ToWordsAsync();
        var words = bot.AnActivity(Channels.ActivityKind.Text, "nợ lương");
        (await bot.HandInAsync(words)).Expect("Đã ghi 1 tin");

        (await bot.HandInAsync(words)).ExpectNothing();

        (await bot.SendAsync("và còn nữa")).Expect("Đã ghi 2 tin");
    }
}
