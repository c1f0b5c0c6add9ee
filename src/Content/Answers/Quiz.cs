namespace Outreach.Content.Answers;

/// <summary>One question with one right choice.</summary>
/// <param name="Right">Place of the right one in <paramref name="Choices"/>, from 0.</param>
/// <param name="Explanation">Said after any choice.</param>
public sealed record Quiz(string Question, IReadOnlyList<string> Choices, int Right, string Explanation);
