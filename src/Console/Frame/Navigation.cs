using Outreach.Staff.Access;
using Outreach.Staff.Cases;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Frame;

/// <summary>The menu: each member sees what the access table lets them open.</summary>
internal static class Navigation
{
    private static readonly IReadOnlyList<(string Route, string Phrase)> Items =
    [
        ("/", "nav.overview"),
        (CaseBooks.RealRoute, "frame.cases"),
        ("/chien-dich", "frame.campaigns"),
        ("/lich-gui", "frame.calendar"),
        ("/nguoi-nhan", "frame.subscribers"),
        ("/luu-giu", "frame.retention"),
        ("/nhan-su", "nav.members"),
        ("/nhat-ky", "nav.audit"),
    ];

    public static IEnumerable<(string Route, string Phrase)> For(StaffRole role) =>
        Items.Where(item => AccessTable.Allows(item.Route, role)).Select(item => (item.Route.Split("/{")[0], item.Phrase));

    /// <summary>Whether a path is the item's page or one below it.</summary>
    public static bool IsCurrent(string route, string path) =>
        route == path || (route != "/" && path.StartsWith(route + "/", StringComparison.Ordinal));
}
