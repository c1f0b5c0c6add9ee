using System.Collections.Frozen;
using System.Text;

namespace Outreach.Content.Answers;

/// <summary>The fixed phrases of the bot in one language, from <c>phrases.yml</c>: key to plain text with <c>{placeholders}</c>.</summary>
public sealed class Phrases(string language, IEnumerable<KeyValuePair<string, string>> texts)
{
    private readonly FrozenDictionary<string, string> _texts = texts.ToFrozenDictionary(StringComparer.Ordinal);

    public string Language { get; } = language;
    public IEnumerable<string> Keys => _texts.Keys;

    /// <summary>The phrase with its placeholders filled in; the key in brackets where editors have not written it, so that a gap is seen and nothing falls over.</summary>
    public string Get(string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        if (!_texts.TryGetValue(key, out var text))
        {
            return $"[{key}]";
        }

        if (values.IsEmpty)
        {
            return text;
        }

        var filled = new StringBuilder(text);
        foreach (var (name, value) in values)
        {
            filled.Replace("{" + name + "}", value);
        }

        return filled.ToString();
    }
}
