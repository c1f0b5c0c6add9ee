namespace Outreach.Storage.Turns;

/// <summary>A question for the editors' inbox.</summary>
/// <param name="MaskedText">With numbers, names and contacts masked.</param>
/// <param name="Reason"><c>low</c>, <c>none-of-these</c> or <c>not-helpful</c>.</param>
public sealed record UnansweredDraft(string Language, string MaskedText, string Reason);
