using Outreach.Content.Answers;
using Outreach.Content.Checks;

namespace Outreach.Content.Loading;

/// <summary>One Markdown file as far as it could be read, with what the rules that look across files need.</summary>
internal sealed record ContentText
{
    public required ContentPath Path { get; init; }

    /// <summary>Null for anything else, and for an answer whose front matter lacks something.</summary>
    public Answer? Answer { get; init; }

    /// <summary>Null for anything else, and for a page whose front matter lacks something.</summary>
    public Page? Page { get; init; }

    /// <summary>Null for anything else, and for a campaign whose front matter lacks something.</summary>
    public Campaign? Campaign { get; init; }

    public required IReadOnlyList<Reference> References { get; init; }

    /// <summary>Of an answer, where they were written.</summary>
    public IReadOnlyList<Located> Variants { get; init; } = [];

    /// <summary>The names by which links find its headings.</summary>
    public required IReadOnlyList<string> Headings { get; init; }

    public required Spot Body { get; init; }
    public required Spot Effective { get; init; }
    public required Spot ReviewBy { get; init; }
    public required Spot Topic { get; init; }
}
