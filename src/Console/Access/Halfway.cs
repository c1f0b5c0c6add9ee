using Outreach.Storage.Staff;

namespace Outreach.Staff.Access;

/// <summary>The member who gave the password and not yet the second factor.</summary>
internal sealed record Halfway(StaffMember Member);
