namespace Outreach.Scheduler.Campaigns;

/// <summary>One message in every language it is written in.</summary>
public sealed record CampaignMessage
{
    /// <summary>By language (<c>vi</c>, <c>en</c>).</summary>
    public required IReadOnlyDictionary<string, MessageText> Texts { get; init; }

    /// <summary>Ids of the answers that its buttons open, at most <see cref="MaxButtons"/>.</summary>
    public IReadOnlyList<string> Buttons { get; init; } = [];

    /// <summary>A file of the content folder's images, or null.</summary>
    public string? Image { get; init; }

    public const int MaxButtons = 3;

    /// <summary>The text in a language; in Vietnamese where there is none; else in whatever there is.</summary>
    public MessageText In(string language) =>
        Texts.GetValueOrDefault(language) ?? Texts.GetValueOrDefault("vi") ?? Texts.OrderBy(text => text.Key, StringComparer.Ordinal).First().Value;

    public override string ToString() => "A message";
}
