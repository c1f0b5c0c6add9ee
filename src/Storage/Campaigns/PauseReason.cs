namespace Outreach.Storage.Campaigns;

/// <summary>Why a broadcast stands still. Stored by name.</summary>
public enum PauseReason
{
    Staff,

    /// <summary>The channel would not take the message.</summary>
    BadContent,

    /// <summary>More failed in a row of recent deliveries than is ever normal.</summary>
    TooManyFailures,

    /// <summary>The channel refuses our token.</summary>
    TokenRefused,

    /// <summary>It ran when a backup was taken that was restored since: some have got it of whom the backup does not know.</summary>
    Restored,
}
