using System.Collections.Frozen;
using YamlDotNet.Serialization;

namespace Outreach.Staff.Frame;

/// <summary>Every string of the console in both languages, read once from <c>phrases/*.yml</c>; a key stands in one file alone.</summary>
internal static class Phrases
{
    public const string Vietnamese = "vi";
    public const string English = "en";

    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> ByLanguage =
        new[] { Vietnamese, English }.ToFrozenDictionary(language => language, Load, StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">No language has such a phrase.</exception>
    public static string Get(string language, string key, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var text = Of(language)[key];
        foreach (var (name, value) in values)
        {
            text = text.Replace("{" + name + "}", value.ToString(), StringComparison.Ordinal);
        }

        return text;
    }

    public static FrozenDictionary<string, string> Of(string language) => ByLanguage[language == English ? English : Vietnamese];

    private static FrozenDictionary<string, string> Load(string language)
    {
        var assembly = typeof(Phrases).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Outreach.Staff.phrases.", StringComparison.Ordinal) && name.EndsWith($".{language}.yml", StringComparison.Ordinal))
            .SelectMany(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>(reader);
            })
            .ToFrozenDictionary(StringComparer.Ordinal);
    }
}
