using Outreach.Content.Blocks;

namespace Outreach.Content.Answers;

/// <summary>One entry of the library in one language: a question people bring, and what the law says to it.</summary>
public sealed record Answer
{
    /// <summary>The file's name, at most 48 characters of <c>[a-z0-9-]</c>; the same in every language.</summary>
    public required string Id { get; init; }

    /// <summary><c>vi</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    public required string Question { get; init; }

    /// <summary>The same question as people really type it. Only for finding; never shown.</summary>
    public required IReadOnlyList<string> Variants { get; init; }

    /// <summary>Id of a <see cref="Shared.Topic"/>.</summary>
    public required string Topic { get; init; }

    public required IReadOnlyList<LegalSource> Sources { get; init; }

    /// <summary>The day from which the rule as told is law.</summary>
    public required DateOnly Effective { get; init; }

    public required DateOnly Reviewed { get; init; }

    /// <summary>The last day on which it may be served without somebody having read it again.</summary>
    public required DateOnly ReviewBy { get; init; }

    public required IReadOnlyList<string> Related { get; init; }

    /// <summary>Id of a verified <see cref="Shared.Hotline"/>.</summary>
    public required string Hotline { get; init; }

    /// <summary>What a phone shows first: everything before the first section, at most 600 characters.</summary>
    public required IReadOnlyList<Block> Short { get; init; }

    /// <summary>Shown on "more" and on the web page.</summary>
    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>Ids of the figures its text puts in.</summary>
    public IReadOnlyList<string> Figures { get; init; } = [];

    /// <summary>Path of a picture below the content folder, or null.</summary>
    public string? Image { get; init; }

    /// <summary>Path of a recording of the short answer below the content folder, or null.</summary>
    public string? Audio { get; init; }

    /// <summary>In force, and not past its review. Whether it may be served also hangs on its figures: ask <see cref="ContentSnapshot.MayServe"/>.</summary>
    public bool IsInForce(DateOnly day) => Effective <= day && day <= ReviewBy;

    /// <summary>Whether a file below the content folder is one of its pictures or recordings.</summary>
    public bool Shows(string file) =>
        Image == file || Audio == file || Short.Concat(Sections.SelectMany(section => section.Blocks)).Any(block => block is Block.Image image && image.File == file);
}
