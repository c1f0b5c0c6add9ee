using Outreach.Content.Shared;

namespace Outreach.Content.Blocks;

/// <summary>Puts in what a text only names: the figures of a day, the numbers of hotlines, the organisation.</summary>
internal sealed class BlockResolver(
    FigureTable figures, IReadOnlyDictionary<string, Hotline> hotlines, string organisation, string language, DateOnly day)
{
    public const string Organisation = "{organisation}";

    /// <summary>Stands for what cannot be put in. Answers without a value for the day are withheld before; a page shows this rather than a wrong number.</summary>
    private const string Unknown = "…";

    public IReadOnlyList<Block> Resolve(IReadOnlyList<Block> blocks) => [.. blocks.Select(Resolve)];

    private Block Resolve(Block block) => block switch
    {
        Block.Heading heading => heading with { Text = Resolve(heading.Text) },
        Block.Paragraph paragraph => paragraph with { Text = Resolve(paragraph.Text) },
        Block.Items items => items with { Entries = [.. items.Entries.Select(Resolve)] },
        Block.Quote quote => quote with { Blocks = Resolve(quote.Blocks) },
        Block.Table table => table with
        {
            Header = [.. table.Header.Select(Resolve)],
            Rows = [.. table.Rows.Select(row => (IReadOnlyList<IReadOnlyList<Inline>>)[.. row.Select(Resolve)])],
        },
        _ => block,
    };

    private IReadOnlyList<Inline> Resolve(IReadOnlyList<Inline> inlines)
    {
        var resolved = new List<Inline>(inlines.Count);
        foreach (var inline in inlines.Select(Resolve))
        {
            // One run of text where the source had a run, a figure and a run: renderers wrap and split whole runs.
            if (inline is Inline.Text text && resolved.LastOrDefault() is Inline.Text before)
            {
                resolved[^1] = new Inline.Text(before.Value + text.Value);
            }
            else
            {
                resolved.Add(inline);
            }
        }

        return resolved;
    }

    private Inline Resolve(Inline inline) => inline switch
    {
        Inline.Text text => new Inline.Text(text.Value.Replace(Organisation, organisation, StringComparison.Ordinal)),
        Inline.Strong strong => new Inline.Strong(Resolve(strong.Content)),
        Inline.Emphasis emphasis => new Inline.Emphasis(Resolve(emphasis.Content)),
        Inline.Link link => link with { Content = Resolve(link.Content) },
        Inline.Figure figure => new Inline.Text(figures.Find(figure.Id, day)?.In(language) ?? Unknown),
        Inline.HotlineNumber number => hotlines.TryGetValue(number.Id, out var hotline)
            ? new Inline.Link(hotline.Url, [new Inline.Text(hotline.Number)])
            : new Inline.Text(Unknown),
        _ => inline,
    };
}
