using Outreach.Storage.Subscribers;
using Outreach.Storage.Turns;

namespace Outreach.Bot.Turns;

/// <summary>What kind of reply it is; the names are those of <c>ask --json</c>, in lower case.</summary>
internal enum DecisionKind
{
    Answer,
    Suggest,
    None,
    Crisis,
    Command,

    /// <summary>Nothing is said.</summary>
    Silent,
}

/// <summary>What is done beside replying.</summary>
internal enum TurnEffect
{
    None,
    Subscribe,
    Stop,
    Forget,
    SetLanguage,

    /// <summary>Writes down <see cref="Decision.Chosen"/>.</summary>
    Choose,

    /// <summary>Makes a code for another conversation of theirs.</summary>
    OfferLink,

    /// <summary>Takes the code that was typed.</summary>
    Join,

    /// <summary>Unlinks this conversation.</summary>
    Part,
}

/// <summary>The whole outcome of one turn, before anything is written or sent.</summary>
internal sealed record Decision
{
    public required DecisionKind Kind { get; init; }

    /// <summary>Answers found, best first; <c>crisis:kind</c>; or the name of the command.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>0 to 1.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>One plan a message, in order.</summary>
    public IReadOnlyList<ReplyPlan> Plans { get; init; } = [];

    /// <summary>The conversation's new memory; null = as it was.</summary>
    public TurnMemory? Memory { get; init; }

    public IReadOnlyList<CounterName> Counters { get; init; } = [];

    /// <summary>Why the text goes to the editors' inbox (<see cref="UnansweredDraft.Reason"/>), or null.</summary>
    public string? Unanswered { get; init; }

    public TurnEffect Effect { get; init; }

    /// <summary>All that a subscriber has chosen now, where <see cref="Effect"/> writes it down.</summary>
    public SubscriberProfile? Chosen { get; init; }

    /// <summary>Its messages go out and are stored nowhere: there is a secret in them.</summary>
    public bool IsUnkept { get; init; }

    /// <summary>The first message takes the place of the one whose button was pressed: the same thing in another language.</summary>
    public bool TakesPlace { get; init; }

    /// <summary>The language of the reply, and of the conversation from now on unless <see cref="Stays"/> says another.</summary>
    public required string Language { get; init; }

    /// <summary>The conversation's language where this one reply is in another; else null.</summary>
    public string? Stays { get; init; }

    public static Decision Silent(string language) => new() { Kind = DecisionKind.Silent, Language = language };
}
