using System.Text.Json.Serialization;

namespace Outreach.Storage.Local;

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ClusterPlace))]
internal sealed partial class LocalJson : JsonSerializerContext;
