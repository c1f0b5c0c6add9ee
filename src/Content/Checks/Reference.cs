namespace Outreach.Content.Checks;

/// <summary>What a text names that must be elsewhere.</summary>
internal enum ReferenceKind
{
    Topic,
    Answer,
    Page,
    Figure,
    Hotline,
    Law,

    /// <summary>A heading of the same page, without the <c>#</c>.</summary>
    Heading,

    /// <summary>A link without a scheme: an answer's address or a file.</summary>
    Path,

    /// <summary>A picture or recording, relative to the file that names it.</summary>
    Media,
}

internal sealed record Reference(ReferenceKind Kind, string Target, Spot At);
