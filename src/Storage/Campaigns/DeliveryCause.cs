namespace Outreach.Storage.Campaigns;

/// <summary>Why a delivery failed, was skipped or stopped. Stored by name.</summary>
public enum DeliveryCause
{
    /// <summary>The channel asked us to slow down, again and again.</summary>
    TooMany,
    ChannelFault,

    /// <summary>No connection: nothing left us.</summary>
    Unreachable,

    /// <summary>It left us and no answer came: it may have arrived.</summary>
    Unanswered,
    UnknownAddress,
    BadContent,
    Unauthorized,

    /// <summary>They withdrew their consent between the planning and the sending.</summary>
    OptedOut,
    Blocked,

    /// <summary>They got another campaign within the days that this one keeps free.</summary>
    Capped,

    /// <summary>Nothing can be sent on their channel unasked.</summary>
    ChannelClosed,

    /// <summary>The broadcast was cancelled first.</summary>
    Cancelled,

    /// <summary>They get it in another conversation that they linked with this one.</summary>
    SamePerson,
}
