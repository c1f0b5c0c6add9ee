using Outreach.Content.Blocks;
using Outreach.Content.Shared;

namespace Outreach.Bot.Turns;

/// <summary>A phrase as inlines: <c>{number}</c> becomes a link to call, a new line a line break.</summary>
internal static class PhraseText
{
    private const string Number = "{number}";

    public static IReadOnlyList<Inline> Inlines(string text, Hotline? hotline)
    {
        var inlines = new List<Inline>();
        foreach (var line in text.Trim().Split('\n'))
        {
            if (inlines.Count > 0)
            {
                inlines.Add(new Inline.LineBreak());
            }

            AddLine(inlines, line, hotline);
        }

        return inlines;
    }

    private static void AddLine(List<Inline> inlines, string line, Hotline? hotline)
    {
        var rest = line;
        while (rest.IndexOf(Number, StringComparison.Ordinal) is >= 0 and var at)
        {
            AddText(inlines, rest[..at]);
            if (hotline is not null)
            {
                inlines.Add(new Inline.Link(hotline.Url, [new Inline.Text(hotline.Number)]));
            }


            rest = rest[(at + Number.Length)..];
        }

        AddText(inlines, rest);
    }

    private static void AddText(List<Inline> inlines, string text)
    {
        if (text.Length > 0)
        {
            inlines.Add(new Inline.Text(text));
        }
    }
}
