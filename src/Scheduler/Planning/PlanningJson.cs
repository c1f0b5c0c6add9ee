using System.Text.Json.Serialization;

namespace Outreach.Scheduler.Planning;

/// <remarks>PostgreSQL's jsonb puts keys in an order of its own, so that the kind need not come first.</remarks>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    AllowOutOfOrderMetadataProperties = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Recurrence))]
internal sealed partial class PlanningJson : JsonSerializerContext;
