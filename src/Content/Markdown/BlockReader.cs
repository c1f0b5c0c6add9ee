using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Outreach.Content.Checks;
using Block = Outreach.Content.Blocks.Block;
using Inline = Outreach.Content.Blocks.Inline;
using MdBlock = Markdig.Syntax.Block;

namespace Outreach.Content.Markdown;

/// <summary>From Markdig's blocks to ours.</summary>
internal sealed class BlockReader(string file, IssueList issues, InlineReader inlines)
{
    /// <summary>Null for what shows nothing.</summary>
    public Block? Read(MdBlock block)
    {
        switch (block)
        {
            case YamlFrontMatterBlock or LinkReferenceDefinitionGroup or LinkReferenceDefinition:
                return null;
            case HeadingBlock heading:
                CheckHeading(heading);
                return new Block.Heading(3, inlines.Read(heading.Inline));
            case ParagraphBlock { Inline: { } content } when content.FirstChild is LinkInline { IsImage: true } image && image.NextSibling is null:
                return inlines.ReadImage(image);
            case ParagraphBlock paragraph:
                return inlines.Read(paragraph.Inline) is { Count: > 0 } text ? new Block.Paragraph(text) : null;
            case ListBlock list:
                return ReadList(list);
            case QuoteBlock quote:
                return new Block.Quote(ReadAll(quote));
            case Table table:
                return ReadTable(table);
            case ThematicBreakBlock:
                return new Block.Rule();
            case HtmlBlock:
                issues.Error(At(block), Codes.RawHtml, "HTML is not shown", "Write it in Markdown: **bold**, *italic*, '- ' for a list.");
                return null;
            case CodeBlock code:
                return new Block.Code((code as FencedCodeBlock)?.Info is { Length: > 0 } language ? language : null, code.Lines.ToString());
            default:
                issues.Error(At(block), Codes.Unreadable, "this kind of text is not known here", "Use paragraphs, lists, tables, quotes and '##' headings.");
                return null;
        }
    }

    public void CheckHeading(HeadingBlock heading)
    {
        if (heading.Level == 1)
        {
            issues.Error(At(heading), Codes.HeadingLevel, "a heading of level 1 stands in the text", "Write '## ' before it: the question is the title already.");
        }
        else if (heading.Level > 3)
        {
            issues.Error(At(heading), Codes.HeadingLevel, $"a heading of level {heading.Level} is too deep", "Use '## ' for a section.");
        }
    }

    private List<Block> ReadAll(ContainerBlock container) => [.. container.Select(Read).OfType<Block>()];

    private Block.Items ReadList(ListBlock list)
    {
        var start = int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var first) ? first : 1;
        return new Block.Items(list.IsOrdered, list.IsOrdered ? start : 1, [.. list.OfType<ListItemBlock>().Select(ReadAll)]);
    }

    private Block.Table ReadTable(Table table)
    {
        var rows = table.OfType<TableRow>().Select(row => (row.IsHeader, Cells: ReadCells(row))).ToList();
        var header = rows.FirstOrDefault(r => r.IsHeader).Cells ?? [];
        var width = Math.Max(header.Count, rows.Max(r => r.Cells.Count));
        return new Block.Table(Widen(header, width), [.. rows.Where(r => !r.IsHeader).Select(r => Widen(r.Cells, width))]);
    }

    private List<IReadOnlyList<Inline>> ReadCells(TableRow row) =>
        [.. row.OfType<TableCell>().Select(cell => (IReadOnlyList<Inline>)[.. cell.OfType<ParagraphBlock>().SelectMany(p => inlines.Read(p.Inline))])];

    private static IReadOnlyList<IReadOnlyList<Inline>> Widen(List<IReadOnlyList<Inline>> cells, int width) =>
        [.. cells, .. Enumerable.Repeat<IReadOnlyList<Inline>>([], width - cells.Count)];

    private Spot At(MdBlock block) => new(file, block.Line + 1, block.Column + 1);
}
