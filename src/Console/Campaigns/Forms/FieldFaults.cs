namespace Outreach.Staff.Campaigns.Forms;

/// <summary>What stands below one field of the editor.</summary>
/// <param name="Swaps">It replaces what stands in the page already.</param>
internal sealed record FieldFaults(PlanLook Look, string Field, bool Swaps = false)
{
    /// <summary>Every field that something can be wrong with, but for those a page may be without.</summary>
    public static IReadOnlyList<string> Fields { get; } =
        ["name", "vi-title", "vi-text", "vi-quiz", "en-title", "en-text", "en-quiz", "buttons", "rule", "topics", "provinces", "joined", "cap", "quiet", "late"];
}
