using Outreach.Storage.Staff;

namespace Outreach.Staff.Accounts;

/// <summary>What became of an attempt to sign in, or of one step of it.</summary>
internal abstract record SignInOutcome
{
    private SignInOutcome()
    {
    }

    public sealed record Right(StaffMember Member) : SignInOutcome;

    /// <summary>Wrong, unknown, disabled or without a password: nobody is told which.</summary>
    public sealed record Wrong : SignInOutcome;

    /// <summary>Too many failures: not looked at.</summary>
    public sealed record TooMany(TimeSpan Wait) : SignInOutcome;
}
