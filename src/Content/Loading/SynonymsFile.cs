using Outreach.Content.Checks;
using Outreach.Content.Shared;
using Outreach.Content.Yaml;

namespace Outreach.Content.Loading;

internal static class SynonymsFile
{
    public const string Name = "synonyms.yml";

    /// <summary>Reads the file's text; what is wrong with it goes to the issues.</summary>
    public static SynonymTable Read(YamlSource source, string text)
    {
        if (source.Read(text) is not { } root || YamlMap.From(source, root, Name)?.Only("expansions", "equivalents") is not { } map)
        {
            return SynonymTable.Empty;
        }

        return new SynonymTable(Expansions(source, map), Equivalents(source, map));
    }

    private static Dictionary<string, IReadOnlyList<string>> Expansions(YamlSource source, YamlMap map)
    {
        var expansions = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (map.Find("expansions") is not { } node || YamlMap.From(source, node, "'expansions'") is not { } rows)
        {
            return expansions;
        }

        foreach (var key in rows.Keys)
        {
            var typed = Words(key.Text);
            var meanings = rows.Texts(key.Text, mayBeEmpty: true).Select(m => Words(m.Text)).Distinct().ToArray();
            if (typed.Length == 0)
            {
                source.Issues.Error(key.At, Codes.BadValue, "an abbreviation is empty", "Write what people type before the ':'.");
            }
            else if (meanings.Length > 0 && !expansions.TryAdd(typed, meanings))
            {
                source.Issues.Error(key.At, Codes.DuplicateKey, $"'{typed}' stands here twice", "Write its meanings as one list: [first, second].");
            }
        }

        CheckLoops(rows, expansions);
        return expansions;
    }

    /// <summary>Words are spelt out once, so a circle does no harm but is surely a slip. A word may stand for itself.</summary>
    private static void CheckLoops(YamlMap rows, Dictionary<string, IReadOnlyList<string>> expansions)
    {
        foreach (var key in rows.Keys)
        {
            var (start, path) = (Words(key.Text), new List<string>());
            for (var at = start; expansions.GetValueOrDefault(at) is [var only] && only != at && !path.Contains(at); at = only)
            {
                path.Add(at);
                if (only == start)
                {
                    rows.Issues.Warn(key.At, Codes.SynonymLoop, $"leads back to itself: {string.Join(" → ", path)} → {start}", "Let one of them stand for plain words.");
                }
            }
        }
    }

    private static List<IReadOnlyList<string>> Equivalents(YamlSource source, YamlMap map)
    {
        var groups = new List<IReadOnlyList<string>>();
        foreach (var (node, words) in map.Lists("equivalents"))
        {
            var group = words.Select(w => Words(w.Text)).Where(w => w.Length > 0).Distinct().ToArray();
            if (group.Length >= 2)
            {
                groups.Add(group);
            }
            else
            {
                source.Issues.Error(node, Codes.BadValue, "a group of equal words needs two of them", "Add a word or take the group out.");
            }
        }

        return groups;
    }

    private static string Words(string text) =>
        string.Join(' ', text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
