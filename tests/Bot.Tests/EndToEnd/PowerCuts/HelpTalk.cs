using System.Text.RegularExpressions;
using Outreach.Testing.Telegram;

namespace Outreach.Bot.Tests.EndToEnd.PowerCuts;

/// <summary>One worker on Telegram who asks for help, button by button; what the chat ever showed is remembered.</summary>
internal sealed partial class HelpTalk(FakeChat chat, string text)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(25);

    private int _from;

    public FakeChat Chat => chat;

    public string Text => text;

    /// <summary>The code, once the chat has shown one.</summary>
    public string? Code { get; private set; }

    /// <summary>Whether the chat was ever told that a request was received.</summary>
    public bool WasReceived => chat.Messages.Any(message => IsReceived(message));

    public static bool IsReceived(FakeMessage message) => message.Text.TrimStart().StartsWith("Đã nhận.", StringComparison.Ordinal);

    /// <summary>Up to the screen with the code, marked as not sent.</summary>
    public async Task WriteAsync(bool intoChat, CancellationToken cancellationToken)
    {
        await BeginAsync(intoChat, cancellationToken);
        await PressAsync("g:done", cancellationToken);
        var confirm = await UntilAsync(message => Has(message, "g:send:"), cancellationToken);
        Code = CodeIn(confirm);
        Assert.NotNull(Code);
        Assert.Contains("CHƯA GỬI", confirm.Text, StringComparison.Ordinal);
    }

    /// <summary>Up to the words, so that "done" would show the code.</summary>
    public async Task BeginAsync(bool intoChat, CancellationToken cancellationToken)
    {
        chat.PressesData("c:person", 1);
        await PressAsync("g:no:danger", cancellationToken);
        await PressAsync("g:yes:consent", cancellationToken);
        await PressAsync(intoChat ? "g:chat" : "g:receipt", cancellationToken);
        await PressAsync("g:topic:", cancellationToken);
        await UntilAsync(message => Has(message, "g:cancel") && !Has(message, "g:topic:"), cancellationToken);
        chat.Says(text);
        await UntilAsync(message => Has(message, "g:done"), cancellationToken);
    }

    /// <summary>Presses the newest button whose data begin so, when there is one.</summary>
    public async Task PressAsync(string data, CancellationToken cancellationToken)
    {
        var message = await UntilAsync(message => Has(message, data), cancellationToken);
        chat.PressesData(Data(message).Last(d => d.StartsWith(data, StringComparison.Ordinal)), message.Id);
    }

    /// <summary>Asks for the request with the code: whether it is there, with its words.</summary>
    public async Task<bool> OpensByCodeAsync(CancellationToken cancellationToken)
    {
        Forget();
        chat.PressesData("c:request", 1);
        // A chat with an open request is shown it at once; its code is asked for elsewhere.
        var first = await UntilAsync(message => Data(message).Any(), cancellationToken);
        if (first.Text.Contains(text, StringComparison.Ordinal))
        {
            return true;
        }

        chat.Says(Code!);
        var answer = await UntilAsync(message => message.Text.Contains(text, StringComparison.Ordinal) || message.Text.Contains("Không mở được", StringComparison.Ordinal), cancellationToken);
        return answer.Text.Contains(text, StringComparison.Ordinal);
    }

    /// <summary>Erases the request that the chat has open, up to the last button, which it presses.</summary>
    public async Task EraseAsync(CancellationToken cancellationToken)
    {
        await PressAsync("g:erase", cancellationToken);
        await PressAsync("g:yes:erase", cancellationToken);
    }

    /// <summary>What came before does not count any more.</summary>
    public void Forget() => _from = chat.Messages.Count == 0 ? 0 : chat.Messages.Max(message => message.Id);

    public async Task<FakeMessage> UntilAsync(Func<FakeMessage, bool> shown, CancellationToken cancellationToken)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (chat.Messages.LastOrDefault(message => message.Id > _from && shown(message)) is { } found)
            {
                return found;
            }

            if (TimeProvider.System.GetElapsedTime(begun) > Patience)
            {
                throw new TimeoutException("The chat did not come so far. It shows:\n" + string.Join("\n---\n", chat.Messages.Select(m => $"{m.Text} [{string.Join(' ', Data(m))}]")));
            }

            await Task.Delay(Look, TimeProvider.System, cancellationToken);
        }
    }

    private static bool Has(FakeMessage message, string data) => Data(message).Any(d => d.StartsWith(data, StringComparison.Ordinal));

    private static IEnumerable<string> Data(FakeMessage message) => message.Buttons.SelectMany(row => row).Select(button => button.Data).OfType<string>();

    private static string? CodeIn(FakeMessage message) => Groups().Match(message.Text) is { Success: true } match ? match.Value : null;

    [GeneratedRegex(@"\d{4}( \d{4}){4}")]
    private static partial Regex Groups();
}
