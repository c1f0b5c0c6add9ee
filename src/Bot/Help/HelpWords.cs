using System.Collections.Frozen;
using Outreach.Bot.Turns;
using Outreach.Content.Answers;

namespace Outreach.Bot.Help;

/// <summary>Words that mean something inside asking for help alone ("xong", "quay lại"), as phrases.yml lists them under <c>help.word.</c>; they go before the commands of everywhere.</summary>
internal sealed class HelpWords
{
    private const string Prefix = "help.word.";
    private const int LongestWord = 40;

    private readonly FrozenDictionary<string, string> _keys;

    private HelpWords(FrozenDictionary<string, string> keys) => _keys = keys;

    public static HelpWords Of(IEnumerable<Phrases> languages) =>
        new(CommandWords.Read(languages, key => key.StartsWith(Prefix, StringComparison.Ordinal)));

    public HelpInput? Read(string text) => text.Length <= LongestWord && _keys.TryGetValue(TypedText.Word(text), out var key)
        ? key[Prefix.Length..] switch
        {
            "done" => new HelpInput.Done(),
            "back" => new HelpInput.Back(),
            "cancel" => new HelpInput.Cancel(),
            "send" => new HelpInput.Send(null),
            "mask" => new HelpInput.MaskForMe(),
            "as-it-is" => new HelpInput.SendAsItIs(),
            "edit" => new HelpInput.Edit(Keep: false),
            _ => null,
        }
        : null;
}
