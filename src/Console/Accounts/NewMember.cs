using Outreach.Storage.Staff;

namespace Outreach.Staff.Accounts;

/// <summary>An account to be made.</summary>
public sealed record NewMember
{
    /// <summary>What they type to sign in: letters a to z, digits, dot, dash, underscore.</summary>
    public required string Name { get; init; }

    public required string DisplayName { get; init; }
    public required StaffRole Role { get; init; }
    public IReadOnlyList<string> Topics { get; init; } = [];
    public string Language { get; init; } = "vi";
}
