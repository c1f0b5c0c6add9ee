namespace Outreach.Content.Search;

/// <summary>How sure the search is, and so what the bot does.</summary>
public enum SearchBand
{
    /// <summary>Not in the content: say so, and give the hotline.</summary>
    None,

    /// <summary>Middling, or two close rivals: ask "did you mean".</summary>
    Suggest,

    /// <summary>Sure: answer.</summary>
    Answer,
}
