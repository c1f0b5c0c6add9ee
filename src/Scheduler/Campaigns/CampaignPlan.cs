using System.Text.Json;
using Outreach.Scheduler.Planning;
using Outreach.Storage.Campaigns;

namespace Outreach.Scheduler.Campaigns;

/// <summary>What is sent, to whom and when. Frozen by the approval; a broadcast keeps it with the one message of its date.</summary>
public sealed record CampaignPlan
{
    /// <summary>One; of a series twelve, January's first.</summary>
    public required IReadOnlyList<CampaignMessage> Messages { get; init; }

    /// <summary>Null = once, when it is started.</summary>
    public Recurrence? When { get; init; }

    /// <summary>Everyone who opted in, if nothing is said.</summary>
    public AudienceFilter Audience { get; init; } = new();

    /// <summary>Nobody who got another campaign within so many days; 0 = no such rule. At most <see cref="MaxCapDays"/>.</summary>
    public int CapDays { get; init; }

    /// <summary>As <c>21:00-07:00</c>, or <c>none</c>; null = the setting (Scheduler:QuietHours).</summary>
    public string? QuietHours { get; init; }

    /// <summary>So late it still begins by itself; null = the setting (Scheduler:LateStartHours).</summary>
    public int? LateStartHours { get; init; }

    /// <summary>What a hard kill left in doubt is listed and not sent again (<c>after_crash: list</c>).</summary>
    public bool ListsDoubts { get; init; }

    /// <summary>Not shown among past messages on the public site.</summary>
    public bool StaysOffSite { get; init; }

    /// <summary>Of a broadcast, the day its rule gave it (<see cref="Occurrence.Due"/>); null of a campaign, and where there is no rule.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Of a broadcast, whether its date may be wrong: then a person must say yes before it begins.</summary>
    public DateDoubt Doubt { get; init; }

    /// <summary>A year: more would keep people out for ever.</summary>
    public const int MaxCapDays = 366;

    /// <summary>A week: what is later than that was meant for another time.</summary>
    public const int MaxLateStartHours = 168;

    /// <summary>Somebody who reads on a phone; far more than any channel takes.</summary>
    public const int MaxTextChars = 20_000;

    /// <summary>The message of an occurrence.</summary>
    /// <param name="month">Of a series, 1 to 12; else null.</param>
    public CampaignMessage MessageOf(int? month) => month is { } number && Messages.Count > 1 ? Messages[number - 1] : Messages[0];

    public string ToJson() => JsonSerializer.Serialize(this, CampaignPlanJson.Default.CampaignPlan);

    /// <exception cref="JsonException">It is no plan.</exception>
    public static CampaignPlan FromJson(string json) =>
        JsonSerializer.Deserialize(json, CampaignPlanJson.Default.CampaignPlan) ?? throw new JsonException("A plan cannot be null.");

    public override string ToString() => "A plan";
}
