using Outreach.Content.Shared;

namespace Outreach.Scheduler.Rehearsal;

/// <summary>What one broadcast would be: who would get it, when, how fast, and what would be left for another day.</summary>
public sealed record RehearsedBroadcast
{
    public required Guid CampaignId { get; init; }
    public required string Title { get; init; }

    /// <summary>As in <see cref="CalendarDate.State"/>.</summary>
    public required string State { get; init; }

    public required DateTimeOffset PlannedAt { get; init; }
    public Holiday? MovedFor { get; init; }

    /// <summary>A person must say yes first; rehearsed as if they did, at the hour planned.</summary>
    public bool AskFirst { get; init; }

    /// <summary>Messages by language and channel.</summary>
    public required IReadOnlyDictionary<(string Language, string Channel), long> Sent { get; init; }

    /// <summary>Left alone, because they got another campaign shortly before.</summary>
    public required long Capped { get; init; }

    public required long ChannelClosed { get; init; }

    /// <summary>Null where nobody gets it.</summary>
    public DateTimeOffset? FirstAt { get; init; }

    public DateTimeOffset? LastAt { get; init; }

    /// <summary>Messages by the organisation's day; those after the first day are carried over.</summary>
    public required IReadOnlyDictionary<DateOnly, long> ByDay { get; init; }

    /// <summary>Messages that quiet hours put off.</summary>
    public required long PutOff { get; init; }

    public long Total => Sent.Values.Sum();
}
