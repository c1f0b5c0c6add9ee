namespace Outreach.Content.Search.Learning;

/// <summary>Something a model looks at, and how much of it a text has.</summary>
internal readonly record struct Feature(int Number, float Value);
