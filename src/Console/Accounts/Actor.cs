namespace Outreach.Staff.Accounts;

/// <summary>Who changes an account: a member in the console, or somebody at the command line.</summary>
/// <param name="StaffId">Null = not a member.</param>
/// <param name="Source">Null = the console; else as the audit names it.</param>
public sealed record Actor(Guid? StaffId, string? Source)
{
    public static Actor Member(Guid id) => new(id, null);

    public static Actor CommandLine() => new(null, $"command line ({Environment.UserName})");
}
