using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Outreach.Bot.Turns;
using Outreach.Content;

namespace Outreach.Bot.Preferences;

/// <summary>
/// "Dừng lương": words of stopping and of a topic, as phrases.yml lists them (<c>topic.stop</c>, <c>topic.words.lao-dong</c>); a topic
/// is known by its name too. As with commands, a word is taken with all its marks or with none.
/// </summary>
internal sealed class TopicWords
{
    private const string StopKey = "topic.stop";
    private const string PoliteKey = "topic.politely";
    private const string WordsPrefix = "topic.words.";
    private const int LongestText = 60;

    private static readonly ConditionalWeakTable<ContentSnapshot, TopicWords> Made = [];

    private readonly FrozenSet<string> _stops;
    private readonly FrozenSet<string> _polite;
    private readonly FrozenDictionary<string, string> _topics;

    private TopicWords(FrozenSet<string> stops, FrozenSet<string> polite, FrozenDictionary<string, string> topics) =>
        (_stops, _polite, _topics) = (stops, polite, topics);

    public static TopicWords In(ContentSnapshot content) => Made.GetValue(content, Of);

    /// <summary>Id of the topic that somebody wants no more messages about; null when that is not what they say.</summary>
    public string? Left(string text)
    {
        if (text.Length > LongestText)
        {
            return null;
        }

        var words = TypedText.Word(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        while (words.Length > 2 && _polite.Contains(words[^1]))
        {
            words = words[..^1];
        }

        // "dừng tin về lương": the longest beginning that is a word of stopping.
        for (var cut = words.Length - 1; cut > 0; cut--)
        {
            if (_stops.Contains(string.Join(' ', words[..cut])) && _topics.GetValueOrDefault(string.Join(' ', words[cut..])) is { } topic)
            {
                return topic;
            }
        }

        return null;
    }

    private static TopicWords Of(ContentSnapshot content)
    {
        var phrases = content.Languages.Values.Select(local => local.Phrases).ToList();
        var topics = new Dictionary<string, string>(CommandWords.Read(phrases, key => key.StartsWith(WordsPrefix, StringComparison.Ordinal)), StringComparer.Ordinal);
        foreach (var (word, key) in topics.ToList())
        {
            topics[word] = key[WordsPrefix.Length..];
        }

        foreach (var topic in content.Topics)
        {
            foreach (var name in Languages.All.Select(language => TypedText.Word(topic.Name.In(language))))
            {
                topics.TryAdd(name, topic.Id);
                topics.TryAdd(TypedText.WithoutMarks(name), topic.Id);
            }
        }

        var known = content.Topics.Select(topic => topic.Id).ToHashSet(StringComparer.Ordinal);
        return new TopicWords(
            CommandWords.Read(phrases, key => key == StopKey).Keys.ToFrozenSet(StringComparer.Ordinal),
            CommandWords.Read(phrases, key => key == PoliteKey).Keys.ToFrozenSet(StringComparer.Ordinal),
            topics.Where(word => known.Contains(word.Value)).ToFrozenDictionary(StringComparer.Ordinal));
    }
}
