namespace Outreach.Storage.Subscribers;

/// <summary>How a consent ended. Stored by name.</summary>
public enum Withdrawal
{
    Asked,

    /// <summary>They blocked us, left, or their account is gone.</summary>
    Blocked,
}
