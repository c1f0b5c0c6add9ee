namespace Outreach.Content.Search.Unanswered;

/// <summary>Where the questions of a group may belong.</summary>
/// <param name="Answers">Best first; empty when the content has nothing near: these want an answer of their own.</param>
/// <param name="Confidence">The chance from 0 to 1, by the search as it is now, that the first of them is right.</param>
/// <param name="IsAnsweredNow">The bot would answer the typical wording today: the content has grown since it was asked.</param>
/// <param name="Variant">The typical wording as a line of an answer's <c>variants</c>; null when nothing but masks would be left of it.</param>
public sealed record GroupSuggestion(
    QuestionGroup Group, IReadOnlyList<SuggestedAnswer> Answers, double Confidence, bool IsAnsweredNow, string? Variant);

/// <summary>An answer that a group may belong to.</summary>
/// <param name="File">Below the content folder.</param>
/// <param name="Score">Comparable within one group only.</param>
/// <param name="Why">How its nearest phrasing and its words fit.</param>
/// <param name="HasVariant">The wording is its question or one of its variants already.</param>
public sealed record SuggestedAnswer(string Id, string Question, string File, double Score, ExplainedHit Why, bool HasVariant);
