using Outreach.Storage.Staff;

namespace Outreach.Staff.Access;

/// <summary>Who may ask for an endpoint of the console.</summary>
internal abstract record Audience
{
    private Audience()
    {
    }

    /// <summary>Anybody who reaches the listener: to sign in, to see an error, to fetch the style sheet.</summary>
    public sealed record Anyone : Audience;

    /// <summary>Programs on this machine, which cannot sign in: see <see cref="Access.ThisMachine"/>.</summary>
    public sealed record ThisMachine : Audience;

    /// <summary>Who has given the right password, or used a one-time link, and not yet the second factor.</summary>
    public sealed record PasswordGiven : Audience;

    /// <summary>Who is signed in with both and has one of these roles.</summary>
    public sealed record Members(params IReadOnlyList<StaffRole> Roles) : Audience
    {
        public bool Holds(StaffRole role) => Roles.Contains(role);
    }
}
