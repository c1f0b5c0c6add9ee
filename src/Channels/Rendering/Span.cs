namespace Outreach.Channels.Rendering;

/// <summary>A run of visible text under the same marks, outermost first.</summary>
/// <param name="Whole">Not to be broken over two messages: a link, inline code, an address.</param>
internal readonly record struct Span(string Text, IReadOnlyList<Mark> Marks, bool Whole = false);
