namespace Outreach.Scheduler.Previews;

/// <summary>One message of a preview.</summary>
/// <param name="Html">Safe to stand in a page: escaped, a few tags, no address.</param>
/// <param name="Length">Visible signs.</param>
/// <param name="Buttons">In rows.</param>
public sealed record PreviewPart(string Html, int Length, IReadOnlyList<IReadOnlyList<string>> Buttons);
