namespace Outreach.Bot.Help;

/// <summary>Where somebody is in asking for help, or in coming back to what they asked. In memory only.</summary>
internal enum HelpStep
{
    /// <summary>The emergency numbers, then "is anybody in danger now?".</summary>
    Danger,

    /// <summary>What is kept, what must be reported; "do you agree?".</summary>
    Consent,

    /// <summary>Answers into this chat, or with a code.</summary>
    Mode,

    Topic,

    /// <summary>Their own words, in as many messages as they like.</summary>
    Words,

    /// <summary>What looks personal in them.</summary>
    Review,

    /// <summary>The code, and nothing sent yet.</summary>
    Confirm,

    /// <summary>They confirmed; the runner saves it.</summary>
    Saving,

    /// <summary>Saved. Confirming again says so again.</summary>
    Received,

    /// <summary>Left without sending; nothing is kept.</summary>
    Cancelled,

    /// <summary>"Type your code."</summary>
    Code,

    /// <summary>A request and its answers.</summary>
    Open,

    /// <summary>More words for an open request.</summary>
    More,

    /// <summary>What looks personal in those.</summary>
    MoreReview,

    /// <summary>They are finished; the runner adds them.</summary>
    Adding,

    /// <summary>"Erase this request: sure?"</summary>
    Erase,

    /// <summary>They are sure; the runner erases.</summary>
    Erasing,

    /// <summary>Erased.</summary>
    Erased,

    /// <summary>Closed again, nothing more to do.</summary>
    Left,
}
