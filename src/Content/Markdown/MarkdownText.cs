using Outreach.Content.Answers;
using Outreach.Content.Blocks;
using Outreach.Content.Checks;
using YamlDotNet.RepresentationModel;

namespace Outreach.Content.Markdown;

/// <summary>What was read from one Markdown file.</summary>
internal sealed record MarkdownText
{
    /// <summary>Null where there is none or it cannot be read, which the issues say.</summary>
    public required YamlNode? FrontMatter { get; init; }

    /// <summary>Lines above the front matter's own.</summary>
    public required int LinesAbove { get; init; }

    public required IReadOnlyList<Block> Short { get; init; }

    /// <summary><see cref="Short"/> as it was written.</summary>
    public required string ShortMarkdown { get; init; }

    public required IReadOnlyList<Section> Sections { get; init; }
    public required IReadOnlyList<Reference> References { get; init; }

    /// <summary>The first line of text below the front matter.</summary>
    public required Spot Body { get; init; }
}
