namespace Outreach.Channels.Rendering;

internal enum MarkKind
{
    Quote,
    Pre,
    Bold,
    Italic,
    Code,
    Link,
}

/// <summary>How a span is shown. <paramref name="Value"/> is a link's address or the language of code.</summary>
internal readonly record struct Mark(MarkKind Kind, string? Value = null);
