namespace Outreach.Staff.Access;

/// <summary>The console's two cookies and what is in them.</summary>
internal static class StaffSchemes
{
    /// <summary>Signed in with password and second factor.</summary>
    public const string Session = "staff";

    /// <summary>The password was right (or a one-time link was used); the second factor is still to come.</summary>
    public const string Step = "staff-step";

    public const string IdClaim = "id";
    public const string StampClaim = "stamp";

    /// <summary>When the session began, in Unix seconds.</summary>
    public const string SinceClaim = "since";

    /// <summary>Without a request for so long, a session ends.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>No session lasts longer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(10);

    /// <summary>Between password and second factor; setting one up takes a while on a phone.</summary>
    public static readonly TimeSpan StepLimit = TimeSpan.FromMinutes(15);

    /// <summary>A request that a page makes by itself (live updates) carries this header: it does not keep a session awake.</summary>
    public const string QuietHeader = "X-Quiet";
}
