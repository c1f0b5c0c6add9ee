namespace Outreach.Content.Search.Unanswered;

/// <summary>Questions of one language that ask about the same.</summary>
public sealed record QuestionGroup
{
    /// <summary>More than these few are the same again.</summary>
    public const int MaxOthers = 3;

    /// <summary>The one they are written in where the words tell, else the one they were looked up in.</summary>
    public required string Language { get; init; }

    /// <summary>How often it was asked.</summary>
    public required int Count { get; init; }

    /// <summary>How often in each ISO week (<c>2026-W47</c>), the earliest first; weeks without are left out.</summary>
    public required IReadOnlyList<KeyValuePair<string, int>> Weeks { get; init; }

    /// <summary>How often for each reason, the commonest first.</summary>
    public required IReadOnlyList<KeyValuePair<string, int>> Reasons { get; init; }

    /// <summary>The wording sent most often; of several, the one most like the rest. One line, masks still in it.</summary>
    public required string Typical { get; init; }

    /// <summary>At most <see cref="MaxOthers"/> other wordings, the commonest first.</summary>
    public required IReadOnlyList<string> Others { get; init; }

    /// <summary>How many different wordings there are, these included.</summary>
    public required int Wordings { get; init; }
}
