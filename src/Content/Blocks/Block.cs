namespace Outreach.Content.Blocks;

/// <summary>One block of a text, free of any channel: every channel renders these in its own way.</summary>
public abstract record Block
{
    private Block() { }

    /// <param name="Level">2 for a section of an answer, 3 below it.</param>
    public sealed record Heading(int Level, IReadOnlyList<Inline> Text) : Block;

    public sealed record Paragraph(IReadOnlyList<Inline> Text) : Block;

    /// <param name="Start">The first number of an ordered list; 1 otherwise. A list split over messages continues its numbers.</param>
    public sealed record Items(bool Ordered, int Start, IReadOnlyList<IReadOnlyList<Block>> Entries) : Block;

    /// <summary>Header cells and rows of as many cells each.</summary>
    public sealed record Table(IReadOnlyList<IReadOnlyList<Inline>> Header, IReadOnlyList<IReadOnlyList<IReadOnlyList<Inline>>> Rows) : Block;

    public sealed record Quote(IReadOnlyList<Block> Blocks) : Block;

    public sealed record Code(string? Language, string Text) : Block;

    public sealed record Rule : Block;

    /// <param name="File">A file beside the answer, as a path relative to the content folder, with forward slashes.</param>
    public sealed record Image(string File, string Alt) : Block;
}
