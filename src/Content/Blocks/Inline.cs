namespace Outreach.Content.Blocks;

/// <summary>A run of text inside a block.</summary>
public abstract record Inline
{
    private Inline() { }

    /// <summary>Plain text in NFC. Never markup: a renderer escapes it.</summary>
    public sealed record Text(string Value) : Inline;

    public sealed record Strong(IReadOnlyList<Inline> Content) : Inline;

    public sealed record Emphasis(IReadOnlyList<Inline> Content) : Inline;

    public sealed record Code(string Value) : Inline;

    /// <param name="Url">http, https, mailto or tel; or, for pages of ours alone, <c>/hoi-dap/ID</c> of an answer or <c>#slug</c> of a heading
    /// (<see cref="Slug.Of"/>). Nothing else passes the check; where there are no such addresses the words stand alone.</param>
    public sealed record Link(string Url, IReadOnlyList<Inline> Content) : Inline;

    public sealed record LineBreak : Inline;

    /// <summary><c>{{id}}</c>: a dated figure. Only in compiled content; <see cref="ContentSnapshot.Resolve"/> puts in the value of a day.</summary>
    public sealed record Figure(string Id) : Inline;

    /// <summary><c>{{hotline:id}}</c>: a verified number. Only in compiled content; resolved to a <c>tel:</c> link.</summary>
    public sealed record HotlineNumber(string Id) : Inline;
}
