namespace Outreach.Bot.Turns;

/// <summary>What the bot waits for. Names are stored: append, never rename.</summary>
internal enum DialogStep
{
    None,

    /// <summary>"One message a month: yes or no?"</summary>
    Consent,

    /// <summary>"Delete everything: yes or no?"</summary>
    Forget,

    /// <summary>"At what hours not?"</summary>
    Hours,

    /// <summary>"Which province?"</summary>
    Place,
}
