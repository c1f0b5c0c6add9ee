namespace Outreach.Content.Checks;

/// <summary>A text, and where it was written.</summary>
internal readonly record struct Located(string Text, Spot At);
