using Outreach.Testing.Telegram;

namespace Outreach.Browser;

/// <summary>A worker in a chat of Telegram, from the first word to <em>đã nhận</em>.</summary>
internal sealed class TelegramWorker(FakeChat chat, CancellationToken cancellationToken)
{
    public FakeChat Chat { get; } = chat;

    /// <param name="topic">As its button says.</param>
    public async Task AskAsync(string story, string topic = "Chuyện khác")
    {
        Chat.Says("gặp cán bộ");
        await PressAsync("Không");
        await PressAsync("Đồng ý");
        await PressAsync("Vào chat này");
        await PressAsync(topic);
        await UntilAsync(message => message.Text.Contains("Bạn kể đi", StringComparison.Ordinal));
        Chat.Says(story);
        await UntilAsync(message => message.Text.Contains("Đã ghi 1 tin", StringComparison.Ordinal));
        await PressAsync("Xong");
        var asked = await Chat.WaitUntilAsync(messages => messages.Any(m => Has(m, "Gửi") || Has(m, "Gửi như vậy")), cancellationToken);
        if (!asked.Any(m => Has(m, "Gửi")))
        {
            await PressAsync("Gửi như vậy");
        }

        await PressAsync("Gửi");
        await UntilAsync(message => message.Text.Contains("Đã nhận", StringComparison.Ordinal));
    }

    public Task<IReadOnlyList<FakeMessage>> UntilAsync(Func<FakeMessage, bool> holds) =>
        Chat.WaitUntilAsync(messages => messages.Any(holds), cancellationToken);

    private async Task PressAsync(string title)
    {
        await UntilAsync(message => Has(message, title));
        Chat.Presses(title);
    }

    private static bool Has(FakeMessage message, string title) => message.Buttons.Any(row => row.Any(button => button.Text == title));
}
