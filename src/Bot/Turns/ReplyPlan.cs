using System.Text.Json;
using System.Text.Json.Serialization;

namespace Outreach.Bot.Turns;

/// <summary>
/// The recipe of one reply: ids and phrase keys only, never words. It is what lies in the outbox;
/// <see cref="ReplyComposer"/> makes the same reply of it again after a crash.
/// </summary>
internal sealed record ReplyPlan
{
    /// <summary><c>vi</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    public required IReadOnlyList<PlanPart> Parts { get; init; }

    public IReadOnlyList<PlanButton> Buttons { get; init; } = [];

    /// <summary>It says what one person chose, or a code of theirs: never kept to be said to others.</summary>
    [JsonIgnore]
    public bool IsForOne => Parts.Any(part => part is PlanPart.Preferences or PlanPart.Code);

    public string ToJson() => JsonSerializer.Serialize(this, PlanJson.Default.ReplyPlan);

    public static ReplyPlan FromJson(string json) =>
        JsonSerializer.Deserialize(json, PlanJson.Default.ReplyPlan) ?? throw new JsonException("An empty plan.");

    public static ReplyPlan Of(string language, params PlanPart[] parts) => new() { Language = language, Parts = parts };
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ReplyPlan))]
internal sealed partial class PlanJson : JsonSerializerContext;
