namespace Outreach.Storage.Subscribers;

/// <summary>What came of a code typed in a second conversation.</summary>
public enum LinkOutcome
{
    /// <summary>Both are one person's from now on, or were already.</summary>
    Joined,

    /// <summary>No such code, used already, or its time is over; or one of the two gets no messages any more.</summary>
    Unknown,

    /// <summary>It was made in this very conversation; it is still good in another.</summary>
    Own,
}
