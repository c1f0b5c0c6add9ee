using System.Text.Json.Serialization;

namespace Outreach.Scheduler.Campaigns;

/// <summary>How a plan lies in the database. Names never change: frozen plans are read for years.</summary>
/// <remarks>PostgreSQL's jsonb puts keys in an order of its own, so that a rule's kind need not come first.</remarks>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(CampaignPlan))]
internal sealed partial class CampaignPlanJson : JsonSerializerContext;
