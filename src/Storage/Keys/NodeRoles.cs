namespace Outreach.Storage.Keys;

/// <summary>What a node of the service does (<c>Roles</c>): which keys it may open follows from it.</summary>
[Flags]
public enum NodeRoles
{
    None = 0,

    /// <summary>Turns, public pages, webhooks: seals addresses and knows conversations again.</summary>
    Public = 1,

    /// <summary>Staff pages. Opens neither addresses nor links.</summary>
    Console = 2,

    /// <summary>Broadcasts and replies to help requests: opens addresses.</summary>
    Sender = 4,

    All = Public | Console | Sender,
}
