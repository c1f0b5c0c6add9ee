using System.Text.RegularExpressions;
using Outreach.Bot.Tests.Turns;
using Outreach.Cases.Receipts;

namespace Outreach.Bot.Tests.Help;

/// <summary>Asking for help, word by word.</summary>
internal static partial class HelpTalk
{
    public static async Task<Turns.Heard> ToWordsAsync(this TestBot bot, string mode = "g:receipt", string danger = "g:no:danger")
    {
        await bot.SendAsync("gặp cán bộ");
        await bot.PressAsync(danger);
        await bot.PressAsync("g:yes:consent");
        await bot.PressAsync(mode);
        return await bot.PressAsync("g:topic:lao-dong");
    }

    /// <summary>Up to the screen with the code.</summary>
    public static async Task<Turns.Heard> ToConfirmAsync(this TestBot bot, string words, string mode = "g:receipt", string danger = "g:no:danger")
    {
        await bot.ToWordsAsync(mode, danger);
        await bot.SendAsync(words);
        return await bot.SendAsync("xong");
    }

    /// <summary>All of it.</summary>
    public static async Task<ReceiptCode> AskForHelpAsync(this TestBot bot, string words, string mode = "g:receipt", string danger = "g:no:danger")
    {
        var confirm = await bot.ToConfirmAsync(words, mode, danger);
        var sent = await bot.PressAsync(SendButton(confirm));
        sent.Expect("Đã nhận");
        return CodeIn(confirm);
    }

    public static ReceiptCode CodeIn(Turns.Heard heard) => ReceiptCode.Parse(Code().Match(heard.Text).Value)!;

    public static string SendButton(Turns.Heard heard) => heard.Values.Single(value => value.StartsWith("g:send:", StringComparison.Ordinal));

    [GeneratedRegex(@"\d{4} \d{4} \d{4} \d{4} \d{4}")]
    private static partial Regex Code();
}
