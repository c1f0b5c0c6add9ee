using Outreach.Bot.Tests.Host;
using Outreach.Testing.Telegram;

namespace Outreach.Bot.Tests.Preferences;

/// <summary>The whole host with Telegram's server played at the wire.</summary>
public sealed class PreferencesOnTelegramTests
{
    [Fact]
    public async Task A_subscriber_chooses_on_one_message_that_changes_under_their_finger_and_leaves_a_topic_by_word()
    {
        var limit = new CancellationTokenSource(TimeSpan.FromSeconds(120)).Token;
        await using var telegram = await FakeBotApi.StartAsync();
        await using var house = await RunningHouse.StartAsync($"--Telegram:Token={telegram.Token}", $"--Telegram:ApiBaseUrl={telegram.BaseUrl}");
        var chat = telegram.Chat(88776655442);
        chat.Says("đăng ký");
        await chat.WaitForAsync(1, limit);
        chat.Presses("Có");
        await chat.WaitForAsync(2, limit);
        chat.Presses("Chọn cách nhận tin");
        Assert.Contains("mọi chủ đề", (await chat.WaitForAsync(3, limit))[^1].Text, StringComparison.Ordinal);

        await PressAsync("Giờ đừng nhắn", "Tôi làm ca đêm, nghỉ 07:00–15:00");
        await PressAsync("Tôi làm ca đêm, nghỉ 07:00–15:00", "Chủ đề");
        await PressAsync("Chủ đề", "✅ Bảo hiểm xã hội");
        await PressAsync("✅ Bảo hiểm xã hội", "▫️ Bảo hiểm xã hội");
        await PressAsync("Xong", "Bạn là ai");
        var shown = chat.Messages;
        Assert.Equal(3, shown.Count);
        Assert.Contains("về: Lương và hợp đồng. Giờ đừng nhắn: 07:00–15:00.", shown[^1].Text, StringComparison.Ordinal);

        chat.Says("/settings");
        await chat.WaitForAsync(4, limit);
        chat.Says("dung luong");
        Assert.Contains("Đã dừng.", (await chat.WaitForAsync(5, limit))[^1].Text, StringComparison.Ordinal); // it was the only topic left

        async Task PressAsync(string title, string thenThere)
        {
            chat.Presses(title);
            await chat.WaitUntilAsync(messages => messages[^1].Buttons.SelectMany(row => row).Any(button => button.Text == thenThere), limit);
        }
    }
}
