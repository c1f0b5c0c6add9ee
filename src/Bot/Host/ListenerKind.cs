namespace Outreach.Bot.Host;

/// <summary>The two doors of the house.</summary>
internal enum ListenerKind
{
    /// <summary>Chat page, answers, webhooks, Direct Line.</summary>
    Public,

    /// <summary>Staff pages, metrics.</summary>
    Console,

    /// <summary>No request comes by it: for pages of a role that this node does not have.</summary>
    Nowhere,
}
