using System.Net;
using System.Text.RegularExpressions;
using Outreach.Content.Blocks;

namespace Outreach.Channels.Telegram;

/// <summary>What Telegram would show of a reply, for those who write it: made by the renderer that sends.</summary>
public static partial class TelegramPreview
{
    /// <summary>So much visible text goes into one message; more is parted.</summary>
    public const int PartLimit = TelegramRenderer.PartLimit;

    /// <param name="reply">Its pictures are messages of their own and not among those that come back.</param>
    public static IReadOnlyList<ShownMessage> Of(Reply reply) =>
        [.. TelegramRenderer.Render(reply with { Blocks = [.. reply.Blocks.Where(block => block is not Block.Image)] }).Select(Show)];

    private static ShownMessage Show(TelegramPart part) => new(
        // The renderer has escaped every text: what still looks like a tag is one of its own.
        LinkStart().Replace(part.Html, "<span class=\"link\">").Replace("</a>", "</span>", StringComparison.Ordinal),
        WebUtility.HtmlDecode(Tag().Replace(part.Html, "")).Length,
        part.Keyboard is { } keyboard ? [.. keyboard.InlineKeyboard.Select(row => (IReadOnlyList<string>)[.. row.Select(button => button.Text)])] : []);

    [GeneratedRegex("<a href=\"[^\"]*\">", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LinkStart();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();
}
