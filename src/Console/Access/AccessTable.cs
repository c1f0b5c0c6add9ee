using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Outreach.Scheduler.Campaigns;
using Outreach.Staff.Areas.Staff.Pages.Campaigns;
using Outreach.Staff.Cases;
using Outreach.Storage.Staff;
using static Outreach.Storage.Staff.StaffRole;

namespace Outreach.Staff.Access;

/// <summary>Who may do what in the console: the one place. An endpoint that is not in it is closed to everybody, and a test fails.</summary>
internal static class AccessTable
{
    private static readonly Audience.Anyone Anyone = new();
    private static readonly Audience.ThisMachine OnThisMachine = new();
    private static readonly Audience.PasswordGiven PasswordGiven = new();
    private static readonly Audience.Members Everybody = new(Editor, Campaigner, Counsellor, Manager, Admin);

    private static readonly Audience.Members Counsellors = new(Counsellor, Manager);

    /// <summary>As the desk of campaigns says too, which the command line asks.</summary>
    private static readonly Audience.Members Campaigners = new(CampaignRoles.All);

    /// <summary>Editors write the monthly messages: they see what becomes of them, and change no campaign.</summary>
    private static readonly Audience.Members CampaignReaders = new([.. CampaignRoles.All, Editor]);

    public static IReadOnlyList<AccessRow> Rows { get; } =
    [
        new("/a/{file}", Anyone),
        new("/loi/{code:int}", Anyone),
        new("/dang-nhap", Anyone),
        new("/ngon-ngu", Anyone),
        new("/moi/{token}", Anyone),
        new("/dang-nhap/ma-xac-thuc", PasswordGiven),
        new("/dang-nhap/ma-du-phong", PasswordGiven),
        new("/dang-nhap/thiet-lap", PasswordGiven),

        new("/", Everybody),
        new("/dang-xuat", Everybody),
        new("/tai-khoan", Everybody),
        new("/tai-khoan/mat-khau", Everybody),
        new("/tai-khoan/ma-du-phong", Everybody),

        new(CaseBooks.RealRoute, Counsellors),
        new(CaseBooks.PracticeRoute, Counsellors),
        new("/luu-giu", Everybody),

        new("/chien-dich", CampaignReaders),
        new(CompareModel.Route, CampaignReaders),
        new("/chien-dich/{id}", CampaignReaders),
        new(EditModel.NewRoute, Campaigners),
        new("/chien-dich/{id}/sua", Campaigners),
        new("/lich-gui", CampaignReaders),
        new("/nguoi-nhan", Campaigners),

        new("/nhan-su", new Audience.Members(Admin)),
        new("/nhan-su/moi", new Audience.Members(Admin)),
        new("/nhan-su/{id}", new Audience.Members(Admin)),
        new("/nhat-ky", new Audience.Members(Manager, Admin)),

        new("/metrics", OnThisMachine),
    ];

    private static readonly FrozenDictionary<string, Audience> ByRoute = Rows.ToFrozenDictionary(row => row.Route, row => row.Who, StringComparer.Ordinal);

    /// <returns>Null when the endpoint is not in the table: nobody may.</returns>
    public static Audience? Find(Endpoint endpoint) =>
        endpoint is RouteEndpoint route ? ByRoute.GetValueOrDefault(RouteOf(route)) : null;

    /// <summary>Whether this role may follow a link to a route; for navigation.</summary>
    public static bool Allows(string route, StaffRole role) => ByRoute.GetValueOrDefault(route) is Audience.Members members && members.Holds(role);

    public static string RouteOf(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText?.Trim('/');
}
