using Outreach.Content.Checks;
using Outreach.Content.Yaml;

namespace Outreach.Content.Loading;

internal static class PhrasesFile
{
    public const string Name = "phrases.yml";

    public static string PathIn(string language) => $"{language}/{Name}";

    /// <summary>Key to text, in the file's order.</summary>
    public static OrderedDictionary<string, Located> Read(YamlSource source, string text)
    {
        var phrases = new OrderedDictionary<string, Located>(StringComparer.Ordinal);
        if (source.Read(text) is not { } root || YamlMap.From(source, root, Name) is not { } map)
        {
            return phrases;
        }

        foreach (var key in map.Keys)
        {
            if (map.Text(key.Text) is { } phrase)
            {
                phrases[key.Text] = phrase with { At = key.At };
            }
        }

        return phrases;
    }
}
