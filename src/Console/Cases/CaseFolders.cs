using Outreach.Cases.Desk;

namespace Outreach.Staff.Cases;

/// <summary>The folders' names in addresses.</summary>
internal static class CaseFolders
{
    public static IReadOnlyList<CaseFolder> All { get; } = Enum.GetValues<CaseFolder>();

    public static string Slug(this CaseFolder folder) => folder switch
    {
        CaseFolder.Urgent => "khan",
        CaseFolder.Unassigned => "chua-nhan",
        CaseFolder.Mine => "cua-toi",
        CaseFolder.Waiting => "dang-cho",
        CaseFolder.Closed => "da-khep",
        _ => "cach-ly",
    };

    public static CaseFolder? Find(string? slug) => All.Select(f => (CaseFolder?)f).FirstOrDefault(f => f!.Value.Slug() == slug);
}
