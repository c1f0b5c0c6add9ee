using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Outreach.Content.Answers;
using Outreach.Content.Blocks;
using Outreach.Content.Checks;
using Outreach.Content.Yaml;
using YamlDotNet.RepresentationModel;
using Block = Outreach.Content.Blocks.Block;
using MdMarkdown = Markdig.Markdown;

namespace Outreach.Content.Markdown;

/// <summary>From one Markdown file to front matter, blocks and everything it refers to.</summary>
internal static class MarkdownReader
{
    /// <remarks>Not DisableHtml: with it raw HTML would come out as text that nobody reports. It is parsed, reported and never rendered.</remarks>
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseYamlFrontMatter()
        .UsePipeTables()
        .UseAutoLinks()
        .UsePreciseSourceLocation()
        .Use<PutInExtension>()
        .Build();

    /// <summary>Null where the file cannot be read at all, which the issues say.</summary>
    public static MarkdownText? Read(string file, string text, IssueList issues)
    {
        MarkdownDocument document;
        try
        {
            document = MdMarkdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's own limit on nesting.
            issues.Error(Spot.StartOf(file), Codes.Unreadable, "quotes or lists within each other go too deep", "Write it flat.");
            return null;
        }

        var (frontMatter, linesAbove) = ReadFrontMatter(file, document, issues);
        var inlines = new InlineReader(file, issues);
        var blocks = new BlockReader(file, issues, inlines);
        var (shortText, sections) = Split(document, blocks, inlines);
        return new MarkdownText
        {
            FrontMatter = frontMatter,
            LinesAbove = linesAbove,
            Short = shortText,
            ShortMarkdown = WrittenShort(document, text),
            Sections = sections,
            References = inlines.References,
            Body = document.FirstOrDefault(b => b is not YamlFrontMatterBlock) is { } first
                ? new Spot(file, first.Line + 1, first.Column + 1)
                : Spot.StartOf(file),
        };
    }

    /// <summary>A short text that stands in a YAML file. What is wrong in it is said at the place where it begins.</summary>
    public static (IReadOnlyList<Block> Blocks, IReadOnlyList<Reference> References) ReadFragment(Located text, IssueList issues)
    {
        var own = new IssueList();
        var (blocks, references) = ReadBlocks(text.At.File, text.Text, own);
        issues.AddRange(own.Ordered().Select(i => i with { Line = text.At.Line, Column = text.At.Column }));
        return (blocks, [.. references.Select(r => r with { At = text.At })]);
    }

    /// <summary>A text without front matter and sections.</summary>
    public static (IReadOnlyList<Block> Blocks, IReadOnlyList<Reference> References) ReadBlocks(string file, string text, IssueList issues)
    {
        var inlines = new InlineReader(file, issues);
        var reader = new BlockReader(file, issues, inlines);
        try
        {
            var document = MdMarkdown.Parse(text, Pipeline);
            if (document.FirstOrDefault() is YamlFrontMatterBlock)
            {
                issues.Error(Spot.StartOf(file), Codes.Unreadable, "a line '---' begins the text, and all down to the next one would not be shown", "Take the two lines out.");
            }

            return ([.. document.Select(reader.Read).OfType<Block>()], inlines.References);
        }
        catch (ArgumentException)
        {
            // Markdig's own limit on nesting.
            issues.Error(Spot.StartOf(file), Codes.Unreadable, "quotes or lists within each other go too deep", "Write it flat.");
            return ([], []);
        }
    }

    private static (YamlNode? FrontMatter, int LinesAbove) ReadFrontMatter(string file, MarkdownDocument document, IssueList issues)
    {
        if (document.FirstOrDefault() is not YamlFrontMatterBlock block)
        {
            issues.Error(Spot.StartOf(file), Codes.Unreadable, "there is no front matter, or it is not closed",
                "The file begins with a line '---', then 'id: …' and the other keys, then a line '---'.");
            return (null, 0);
        }

        var linesAbove = block.Line + 1;
        return (new YamlSource(file, linesAbove, issues).Read(block.Lines.ToString()), linesAbove);
    }

    /// <summary>The text from below the front matter to the first section.</summary>
    private static string WrittenShort(MarkdownDocument document, string text)
    {
        var from = document.FirstOrDefault() is YamlFrontMatterBlock front ? front.Span.End + 1 : 0;
        var to = document.OfType<HeadingBlock>().FirstOrDefault(h => h.Level <= 2)?.Span.Start ?? text.Length;
        return text[from..to].Trim();
    }

    private static (IReadOnlyList<Block> Short, IReadOnlyList<Section> Sections) Split(MarkdownDocument document, BlockReader blocks, InlineReader inlines)
    {
        var shortText = new List<Block>();
        var sections = new List<Section>();
        var current = shortText;
        foreach (var source in document)
        {
            if (source is HeadingBlock { Level: <= 2 } heading)
            {
                blocks.CheckHeading(heading);
                current = [];
                sections.Add(new Section(PlainText.Of(inlines.ReadTitle(heading.Inline)), current));
            }
            else if (blocks.Read(source) is { } block)
            {
                current.Add(block);
            }
        }

        return (shortText, sections);
    }
}
