namespace Outreach.Content.Store;

/// <summary>How the served content stands to the files.</summary>
public enum ContentState
{
    /// <summary>All files are served (warnings aside).</summary>
    Good,

    /// <summary>Files with errors are left out or served in their last good version.</summary>
    Degraded,

    /// <summary>There is no content folder; what is served is the last copy, if any.</summary>
    Missing,
}
