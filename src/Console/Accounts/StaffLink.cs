namespace Outreach.Staff.Accounts;

/// <summary>The address of a one-time link.</summary>
public static class StaffLink
{
    /// <param name="console">Where the console is, as <c>http://localhost:5081</c>.</param>
    /// <param name="token">The link's secret.</param>
    public static string Of(string console, string token) => console.TrimEnd('/') + InvitationToken.Path + token;
}
