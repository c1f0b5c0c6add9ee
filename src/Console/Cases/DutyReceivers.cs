namespace Outreach.Staff.Cases;

/// <summary>Who a duty report may have gone to: a fixed list, so that no name or place gets into the record.</summary>
internal static class DutyReceivers
{
    public static IReadOnlyList<string> All { get; } = ["111", "113", "commune", "commune-police", "border-guard", "womens-union", "front"];
}
