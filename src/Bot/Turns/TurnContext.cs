using Outreach.Channels;
using Outreach.Content;
using Outreach.Scheduler.Campaigns;
using Outreach.Storage.Subscribers;

namespace Outreach.Bot.Turns;

/// <summary>What a decision is made of: one activity, one snapshot, one day, what is remembered.</summary>
internal sealed record TurnContext
{
    public required Activity Activity { get; init; }

    /// <summary>Read once, so that one answer never mixes two versions.</summary>
    public required ContentSnapshot Content { get; init; }

    public required DateOnly Day { get; init; }

    public required TurnMemory Memory { get; init; }

    /// <summary>Nothing is remembered of this conversation: it is new, or was silent for a day.</summary>
    public required bool IsNew { get; init; }

    public required string Language { get; init; }

    /// <summary>It is that of the conversation, or of what was subscribed to; not a guess.</summary>
    public bool KnowsLanguage { get; init; }

    /// <summary>Monthly messages are agreed to already.</summary>
    public bool IsSubscribed { get; init; }

    /// <summary>What they chose of the monthly messages, in a turn that is about it; else null, as for whoever gets none.</summary>
    public SubscriberProfile? Chosen { get; init; }

    /// <summary>The activity's text with runs of white space and invisible characters taken out.</summary>
    public required string Text { get; init; }

    /// <summary>The danger the text speaks of, or null. Read once: it is asked for before anything is known of the conversation, and again when deciding.</summary>
    public required Danger? Danger { get; init; }

    /// <summary>The broadcast's message whose button was pressed; else null.</summary>
    public CampaignMessage? Sent { get; init; }

    /// <summary>How fast this conversation writes.</summary>
    public Pace Pace { get; init; }

    public LocalContent Local => Content.In(Language);

    public bool InGroup => Activity.InGroup;

    /// <summary>Channels on which somebody can be written to first.</summary>
    public bool CanSubscribe => Activity.Address.Channel == "telegram" && !InGroup;
}
