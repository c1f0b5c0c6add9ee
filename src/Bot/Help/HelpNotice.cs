namespace Outreach.Bot.Help;

/// <summary>What is said above a screen; its phrase is <c>help.notice.</c> and the name in lower case.</summary>
internal enum HelpNotice
{
    None,

    /// <summary>That was no answer to this question: asked again, in other words.</summary>
    Again,

    /// <summary>Words came where none are taken yet: they were not kept.</summary>
    NotYet,

    /// <summary>Somebody is in danger: call first.</summary>
    CallFirst,

    /// <summary>A message of theirs was taken.</summary>
    Noted,

    /// <summary>It did not fit; nothing of it was taken.</summary>
    TooLong,

    /// <summary>There are no words yet.</summary>
    Empty,

    /// <summary>What they wrote was thrown away, as they asked; they write anew.</summary>
    Anew,

    /// <summary>What looked personal is masked.</summary>
    Masked,

    /// <summary>The code had not been shown for certain: here it is again.</summary>
    CodeFirst,

    /// <summary>We could not save it now; nothing was sent.</summary>
    NotSaved,

    /// <summary>A code was typed into a draft: it was not taken as words.</summary>
    CodeNotTaken,

    /// <summary>No request has this code: wrong, expired, erased.</summary>
    NoSuchCode,

    /// <summary>Twenty digits nearly: it is no code.</summary>
    NotACode,

    /// <summary>Too many codes were tried from here.</summary>
    TooManyTries,

    /// <summary>It cannot be looked up now.</summary>
    NotNow,

    /// <summary>The further words were taken.</summary>
    Added,

    /// <summary>The request is closed: a new one is the way.</summary>
    IsClosed,

    /// <summary>It could not be erased yet.</summary>
    NotErased,

    /// <summary>A picture, a voice message: we read only words.</summary>
    Unreadable,

    /// <summary>Campaigns are stopped; the draft is not.</summary>
    Stopped,

    /// <summary>Something else is open: send it or leave it first.</summary>
    FinishFirst,

    /// <summary>Written faster than we take it: the last message was not kept.</summary>
    TooFast,
}
