using Markdig;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;

namespace Outreach.Content.Markdown;

/// <summary>Teaches Markdig our braces. There is nothing to render: blocks are read from the tree.</summary>
internal sealed class PutInExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.InsertBefore<EmphasisInlineParser>(new PutInParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }
}
