using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Outreach.Scheduler.Campaigns;

namespace Outreach.Bot.CommandLine;

/// <summary>Campaigns as one JSON document; scripts rely on the names.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(CampaignId))]
[JsonSerializable(typeof(CampaignShown))]
[JsonSerializable(typeof(IReadOnlyList<CampaignListed>))]
internal sealed partial class CampaignJson : JsonSerializerContext
{
    private static readonly CampaignJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string OfId(Guid id) => JsonSerializer.Serialize(new CampaignId(id), Readable.CampaignId);

    public static string Of(CampaignStanding standing) => JsonSerializer.Serialize(
        new CampaignShown(standing.Campaign.Id, standing.State, standing.PlannedAt?.UtcDateTime, CountsOf(standing), standing.Doubts), Readable.CampaignShown);

    public static string Of(IReadOnlyList<CampaignStanding> all) => JsonSerializer.Serialize(
        [.. all.Select(standing => new CampaignListed(standing.Campaign.Id, standing.Campaign.Title, standing.Campaign.ContentId, standing.State, standing.PlannedAt?.UtcDateTime))],
        Readable.IReadOnlyListCampaignListed);

    private static CampaignCounts CountsOf(CampaignStanding standing)
    {
        var counts = standing.Counts;
        return new CampaignCounts(counts.Pending, counts.Reserved, counts.Sending, counts.Sent, counts.Failed, counts.Skipped, counts.Stopped, counts.InDoubt);
    }
}

internal sealed record CampaignId(Guid Id);

internal sealed record CampaignShown(Guid Id, string State, DateTime? PlannedAt, CampaignCounts Counts, IReadOnlyList<Guid> InDoubt);

internal sealed record CampaignCounts(long Pending, long Reserved, long Sending, long Sent, long Failed, long Skipped, long Stopped, long InDoubt);

internal sealed record CampaignListed(Guid Id, string Title, string? ContentId, string State, DateTime? PlannedAt);
