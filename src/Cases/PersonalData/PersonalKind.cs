namespace Outreach.Cases.PersonalData;

/// <summary>What sort of personal detail a span holds.</summary>
public enum PersonalKind
{
    Phone,

    /// <summary>Identity card, passport, social insurance or tax number.</summary>
    Identity,

    /// <summary>Bank account or card.</summary>
    Account,
    Email,
    Link,

    /// <summary>A name on a social network: "@name", "zalo tên …".</summary>
    Handle,
    Name,

    /// <summary>A workplace, boarding house or address precise enough to lead to somebody.</summary>
    Place,
}
