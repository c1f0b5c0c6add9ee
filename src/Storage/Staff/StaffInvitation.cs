namespace Outreach.Storage.Staff;

/// <summary>A one-time link: to make the first account, or to set a new password and second factor.</summary>
public sealed class StaffInvitation
{
    public const string Table = "staff_invitations";

    /// <summary>SHA-256 of the link's 32 random bytes: who reads the database cannot use it.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Whose; null = the first account is still to be made.</summary>
    public required Guid? StaffId { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
