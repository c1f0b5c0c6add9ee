using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Outreach.Content;
using Outreach.Content.Answers;

namespace Outreach.Bot.Turns;

/// <summary>The exact words of commands and of small talk, as phrases.yml lists them (<c>command.menu: menu, danh mục</c>).</summary>
/// <remarks>
/// A text without any mark matches a word's unmarked form; a text with marks must match to the letter:
/// "đúng" (right) must never be taken for "dừng" (stop).
/// </remarks>
internal sealed class CommandWords
{
    private static readonly ConditionalWeakTable<ContentSnapshot, CommandWords> Made = [];

    private readonly FrozenDictionary<string, string> _keys;

    private CommandWords(FrozenDictionary<string, string> keys) => _keys = keys;

    public static CommandWords In(ContentSnapshot content) =>
        Made.GetValue(content, static snapshot => new CommandWords(Read(snapshot.Languages.Values.Select(local => local.Phrases), IsWordList)));

    /// <summary>Words of all languages together, each with the key whose list it is in: somebody who reads English still types "menu" or "dừng".</summary>
    public static FrozenDictionary<string, string> Read(IEnumerable<Phrases> languages, Func<string, bool> isWordList)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var phrases in languages)
        {
            foreach (var key in phrases.Keys.Where(isWordList))
            {
                foreach (var word in phrases.Get(key).Split(',').Select(TypedText.Word).Where(word => word.Length > 0))
                {
                    keys.TryAdd(word, key);
                    keys.TryAdd(TypedText.WithoutMarks(word), key);
                }
            }
        }

        return keys.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public Command? Command(string text) =>
        Key(text) is { } key && key.StartsWith("command.", StringComparison.Ordinal) && Enum.TryParse<Command>(key[8..], ignoreCase: true, out var command)
            ? command
            : null;

    /// <summary><c>greeting</c>, <c>thanks</c>, <c>bye</c>, <c>yes</c>, <c>no</c>, or null.</summary>
    public string? Word(string text) => Key(text) is { } key && key.StartsWith("word.", StringComparison.Ordinal) ? key[5..] : null;

    private string? Key(string text) => text.Length <= 40 && _keys.TryGetValue(TypedText.Word(text), out var key) ? key : null;

    private static bool IsWordList(string key) =>
        key.StartsWith("command.", StringComparison.Ordinal) || key.StartsWith("word.", StringComparison.Ordinal);
}
