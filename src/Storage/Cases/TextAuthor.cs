namespace Outreach.Storage.Cases;

/// <summary>Who wrote a text of a case.</summary>
public enum TextAuthor
{
    Worker,

    /// <summary>A reply, for the worker to read.</summary>
    Staff,

    /// <summary>A note of staff for staff: no worker ever sees it.</summary>
    Note,
}
