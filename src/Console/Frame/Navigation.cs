using Outreach.Staff.Access;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Frame;

/// <summary>The menu: each member sees what the access table lets them open.</summary>
internal static class Navigation
{
    private static readonly IReadOnlyList<(string Route, string Phrase)> Items =
    [
        ("/", "nav.overview"),
        ("/nhan-su", "nav.members"),
        ("/nhat-ky", "nav.audit"),
    ];

    public static IEnumerable<(string Route, string Phrase)> For(StaffRole role) => Items.Where(item => AccessTable.Allows(item.Route, role));

    /// <summary>Whether a path is the item's page or one below it.</summary>
    public static bool IsCurrent(string route, string path) =>
        route == path || (route != "/" && path.StartsWith(route + "/", StringComparison.Ordinal));
}
