using System.Text.Json;
using System.Text.Json.Serialization;
using Outreach.Cases.PersonalData;

namespace Outreach.Cases.Tests.Personal;

/// <summary>One line of tests/Cases.Tests/personal-data: a made-up text, and what in it is personal.</summary>
internal sealed record LabelledText
{
    public required string Id { get; init; }

    public required string Text { get; init; }

    public required Label[] Found { get; init; }

    internal sealed record Label(PersonalKind Kind, string Value);

    public static IReadOnlyList<LabelledText> Read(string path) =>
        [.. File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize(line, LabelledJson.Default.LabelledText)!)];
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(LabelledText))]
internal sealed partial class LabelledJson : JsonSerializerContext;
