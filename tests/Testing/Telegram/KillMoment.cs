namespace Outreach.Testing.Telegram;

/// <summary>What has become of a message when its caller is cut off.</summary>
public enum KillMoment
{
    /// <summary>It came to the server and was not taken.</summary>
    NotTaken,

    /// <summary>It was taken; the answer is not written.</summary>
    Taken,

    /// <summary>Of those that are held every second was taken.</summary>
    Mixed,

    /// <summary>It was taken and answered; nothing is held.</summary>
    Answered,
}
