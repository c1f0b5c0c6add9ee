namespace Outreach.Content.Shared;

/// <summary>A number that people are told to call. Only verified ones leave this room.</summary>
public sealed record Hotline
{
    public required string Id { get; init; }

    /// <summary>As people read it, with spaces: <c>1900 9068</c>.</summary>
    public required string Number { get; init; }

    public required Localized Name { get; init; }
    public Localized? Hours { get; init; }

    /// <summary>A few words: free, charged, when to call.</summary>
    public Localized? Note { get; init; }

    public required string Region { get; init; }
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>Kinds of crisis it is for.</summary>
    public required IReadOnlyList<string> Crisis { get; init; }

    public required string Source { get; init; }

    /// <summary>The day somebody called it and it was right; null = never shown.</summary>
    public required DateOnly? Verified { get; init; }

    /// <summary>The <c>tel:</c> address: digits (and a leading plus) alone.</summary>
    public string Url => "tel:" + string.Concat(Number.Where(c => char.IsAsciiDigit(c) || c == '+'));
}
