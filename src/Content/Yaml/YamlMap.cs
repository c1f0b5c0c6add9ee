using System.Globalization;
using Outreach.Content.Blocks;
using Outreach.Content.Checks;
using Outreach.Content.Shared;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Outreach.Content.Yaml;

/// <summary>Reads one mapping key by key; what is wrong goes to the issues, and what cannot be read comes back as null.</summary>
internal sealed class YamlMap(YamlSource source, YamlMappingNode node)
{
    public Spot At { get; } = source.At(node);

    public IssueList Issues => source.Issues;

    public IEnumerable<Located> Keys => node.Children.Keys.Select(k => new Located((k as YamlScalarNode)?.Value ?? "", source.At(k)));

    public static YamlMap? From(YamlSource source, YamlNode found, string what)
    {
        if (found is YamlMappingNode map)
        {
            return new YamlMap(source, map);
        }

        source.Issues.Error(source.At(found), Codes.BadValue, $"{what} must be lines of 'key: value'", "Write one key a line.");
        return null;
    }

    /// <summary>The rows of a list of mappings; other rows are said and left out.</summary>
    public static IEnumerable<YamlMap> Rows(YamlSource source, YamlNode found, string what)
    {
        switch (found)
        {
            case YamlSequenceNode list:
                return list.Children.Select(c => From(source, c, $"a row of {what}")).OfType<YamlMap>();
            case YamlMappingNode { Children.Count: 0 } or YamlScalarNode { Value: "" or null }:
                return [];
            default:
                source.Issues.Error(source.At(found), Codes.BadValue, $"{what} must be a list", "Begin each row with '- '.");
                return [];
        }
    }

    /// <summary>Says which keys nobody reads.</summary>
    public YamlMap Only(params string[] allowed)
    {
        foreach (var key in Keys.Where(k => !allowed.Contains(k.Text)))
        {
            Issues.Error(key.At, Codes.UnknownKey, $"nothing reads the key '{key.Text}'",
                $"Take it out.{Near.Hint(key.Text, allowed)}");
        }

        return this;
    }

    public Spot SpotOf(string key) => Find(key) is { } value ? source.At(value) : At;

    public YamlNode? Find(string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out var value) && !IsNull(value) ? value : null;

    public bool Has(string key) => node.Children.ContainsKey(new YamlScalarNode(key));

    public Located? Text(string key, bool required = true)
    {
        if (Find(key) is not { } value)
        {
            Missing(key, required);
            return null;
        }

        return OneText(value, $"'{key}'");
    }

    public DateOnly? Date(string key, bool required = true)
    {
        if (Text(key, required) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Issues.Error(text.At, Codes.BadValue, $"'{key}' is no day: '{Cut(text.Text)}'", "Write it as 2026-11-20: year, month, day.");
        return null;
    }

    /// <summary>A list of texts; one text alone counts as a list of one.</summary>
    /// <param name="mayBeEmpty">An empty text says something here.</param>
    public IReadOnlyList<Located> Texts(string key, bool required = true, bool mayBeEmpty = false)
    {
        switch (Find(key))
        {
            case null:
                Missing(key, required);
                return [];
            case YamlSequenceNode list:
                return [.. list.Children.Select(c => OneText(c, $"an entry of '{key}'", mayBeEmpty)).OfType<Located>()];
            case var value:
                return OneText(value, $"'{key}'", mayBeEmpty) is { } one ? [one] : [];
        }
    }

    public YamlMap? Map(string key)
    {
        if (Find(key) is { } value)
        {
            return From(source, value, $"'{key}'");
        }

        Missing(key, required: true);
        return null;
    }

    /// <summary>A text in both languages: <c>{vi: …, en: …}</c>.</summary>
    public Localized? Localized(string key, bool required = true)
    {
        if (Find(key) is not { } value)
        {
            Missing(key, required);
            return null;
        }

        if (From(source, value, $"'{key}'")?.Only(Languages.Vietnamese, Languages.English) is not { } map)
        {
            return null;
        }

        var vi = map.Text(Languages.Vietnamese);
        var en = map.Text(Languages.English);
        return vi is null || en is null ? null : new Localized(vi.Value.Text, en.Value.Text);
    }

    public IEnumerable<YamlMap> Rows(string key, bool required = true)
    {
        if (Find(key) is { } value)
        {
            return Rows(source, value, $"'{key}'");
        }

        Missing(key, required && !Has(key));
        return [];
    }

    /// <summary>The rows of a list of lists of texts.</summary>
    public IEnumerable<(Spot At, IReadOnlyList<Located> Texts)> Lists(string key)
    {
        foreach (var row in (Find(key) as YamlSequenceNode)?.Children ?? [])
        {
            var texts = row is YamlSequenceNode list
                ? list.Children.Select(c => OneText(c, $"an entry of '{key}'")).OfType<Located>().ToArray()
                : [];
            yield return (source.At(row), texts);
        }
    }

    private Located? OneText(YamlNode value, string what, bool mayBeEmpty = false)
    {
        if (value is not YamlScalarNode scalar)
        {
            Issues.Error(source.At(value), Codes.BadValue, $"{what} must be one text", "Write it on one line; put it in quotes if it has ':' or '{' in it.");
            return null;
        }

        var text = Nfc.Of(scalar.Value ?? "").Trim();
        if (text.Length > 0 || mayBeEmpty)
        {
            return new Located(text, source.At(value));
        }

        Issues.Error(source.At(value), Codes.MissingKey, $"{what} is empty", "Write its value or take it out.");
        return null;
    }

    private void Missing(string key, bool required)
    {
        if (required)
        {
            Issues.Error(At, Codes.MissingKey, $"the key '{key}' is missing", $"Add a line '{key}: …'.");
        }
    }

    private static bool IsNull(YamlNode value) =>
        value is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" };

    private static string Cut(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
