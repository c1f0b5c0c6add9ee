using System.Globalization;
using Outreach.Content.Blocks;

namespace Outreach.Channels.Rendering;

/// <summary>Text without any markup: for a terminal, for reading aloud, and for what a broken markup falls back to.</summary>
public static class PlainRenderer
{
    /// <summary>Plain NFC text; sections are parted by a blank line, links written as "text: address".</summary>
    public static string Render(IReadOnlyList<Block> blocks) => string.Join("\n\n", Render(blocks, int.MaxValue));

    /// <summary>The text, and below it the choices by number (a link's address written out).</summary>
    public static string Render(Reply reply)
    {
        var text = Render([.. reply.Blocks, .. reply.Covered]);
        var choices = string.Join('\n', reply.Buttons.Select((b, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {Choice(b)}")));
        return choices.Length == 0 ? text : text.Length == 0 ? choices : $"{text}\n\n{choices}";
    }

    /// <summary>Parts of at most so many UTF-16 units.</summary>
    internal static IReadOnlyList<string> Render(IReadOnlyList<Block> blocks, int limit) =>
        [.. FlowSplitter.Split(new FlowBuilder(FlowStyle.Plain).Build(blocks), limit).Select(p => string.Concat(p.Select(s => s.Text)).Trim())];

    private static string Choice(Button button)
    {
        var title = VisibleText.Clean(button.Title);
        return button.IsLink && LinkAddress.TryRead(button.Value, out var address) && !address.SaysTheSameAs(title) ? $"{title}: {address.Shown}" : title;
    }
}
