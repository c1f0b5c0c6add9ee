using System.Text;
using Outreach.Channels.Rendering;
using Outreach.Content.Blocks;

namespace Outreach.Channels.Telegram;

/// <summary>Buttons laid out for a phone: two short ones share a row.</summary>
/// <param name="Unshown">Links that Telegram has no button for (a number to call): they are written out instead.</param>
internal sealed record TelegramKeyboard(InlineKeyboardMarkup? Markup, IReadOnlyList<Button> Unshown)
{
    private const int MaxCallbackBytes = 64;

    /// <summary>About what half the width of a small phone shows.</summary>
    private const int HalfRow = 16;

    public static TelegramKeyboard Lay(IReadOnlyList<Button> buttons)
    {
        var rows = new List<List<InlineKeyboardButton>>();
        var unshown = new List<Button>();
        var roomInRow = false;
        foreach (var button in buttons)
        {
            if (Wire(button) is not { } wire)
            {
                unshown.Add(button);
                continue;
            }

            var small = VisibleText.Columns(wire.Text) <= HalfRow;
            if (small && roomInRow)
            {
                rows[^1].Add(wire);
                roomInRow = false;
            }
            else
            {
                rows.Add([wire]);
                roomInRow = small;
            }
        }

        return new TelegramKeyboard(rows.Count == 0 ? null : new InlineKeyboardMarkup(rows), unshown);
    }

    /// <summary>What has no button, as lines of text.</summary>
    public Block AsText() => new Block.Items(false, 1, [.. Unshown.Select(b => (IReadOnlyList<Block>)[new Block.Paragraph([Line(b)])])]);

    private static Inline Line(Button button) =>
        button.IsLink ? new Inline.Link(button.Value, [new Inline.Text(button.Title)]) : new Inline.Text(button.Title);

    private static InlineKeyboardButton? Wire(Button button)
    {
        var title = VisibleText.Clean(button.Title);
        if (button.IsLink)
        {
            return LinkAddress.TryRead(button.Value, out var address) && address.IsWeb ? new InlineKeyboardButton(title, Url: button.Value) : null;
        }

        return Encoding.UTF8.GetByteCount(button.Value) is > 0 and <= MaxCallbackBytes ? new InlineKeyboardButton(title, CallbackData: button.Value) : null;
    }
}
