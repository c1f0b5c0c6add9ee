using System.Text.Json.Serialization;

namespace Outreach.Content.Search.Evaluations;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(LabelledQuestion))]
[JsonSerializable(typeof(RunLine))]
[JsonSerializable(typeof(EvaluationSummary))]
[JsonSerializable(typeof(EvaluationComparison))]
internal sealed partial class EvaluationJson : JsonSerializerContext;
