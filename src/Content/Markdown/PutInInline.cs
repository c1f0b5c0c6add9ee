using Markdig.Syntax.Inlines;

namespace Outreach.Content.Markdown;

/// <summary><c>{{…}}</c> as it was written: a figure, a hotline, or something an editor got wrong.</summary>
/// <param name="content">What stands between the braces; null where they are not closed on the line.</param>
internal sealed class PutInInline(string? content) : LeafInline
{
    public string? Content { get; } = content;
}
