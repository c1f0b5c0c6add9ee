using Outreach.Storage.Staff;

namespace Outreach.Staff.Accounts;

/// <summary>What became of a change to an account.</summary>
public abstract record AccountOutcome
{
    private AccountOutcome()
    {
    }

    /// <param name="Member">As it is now.</param>
    /// <param name="Link">The one-time link's token to hand over, where the change made one. It is shown once.</param>
    public sealed record Done(StaffMember Member, string? Link) : AccountOutcome;

    /// <param name="Codes">What was wrong: Identity's codes and ours, each with a phrase <c>fault.CODE</c>.</param>
    public sealed record Refused(IReadOnlyList<string> Codes) : AccountOutcome;

    /// <summary>There is no such member.</summary>
    public sealed record Unknown : AccountOutcome;

    /// <summary>It would leave nobody who can mend it: one's own account, or the last admin's.</summary>
    public sealed record WouldLockOut : AccountOutcome;
}
