using Outreach.Bot.Host;

namespace Outreach.Bot.CommandLine;

/// <summary>Reads the arguments. A word it does not know is wrong use, never a start.</summary>
/// <remarks>Our own and not System.CommandLine: that exits 1, reads @text as a file, and lets a mistyped verb fall through.</remarks>
internal static class ArgumentReader
{
    /// <exception cref="WrongUseException">Says what to write instead.</exception>
    public static Invocation Read(IReadOnlyList<string> arguments, IReadOnlyList<Verb> verbs)
    {
        var marked = arguments.TakeWhile(argument => argument != "--").ToList();
        var words = marked.Where(argument => !IsSetting(argument)).ToList();
        var plain = arguments.Skip(marked.Count + 1).ToList();
        var (verb, used) = FindVerb(words, verbs);
        var call = new Invocation
        {
            Verb = verb,
            Texts = [],
            Options = new Dictionary<string, string>(),
            Settings = [.. marked.Where(IsSetting)],
        };
        // What a verb to come will take is not known yet: it says so itself.
        return verb.Run is null ? call : ReadRest(call, words[used..], plain);
    }

    /// <summary><c>--Key:Sub=value</c>, or one of the few keys without a colon.</summary>
    private static bool IsSetting(string argument)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        if (!argument.StartsWith("--", StringComparison.Ordinal) || equals < 3)
        {
            return false;
        }

        var key = argument[2..equals];
        return key.Contains(':', StringComparison.Ordinal) || char.IsAsciiLetterUpper(key[0])
            || KnownSettings.TopLevel.Contains(key, StringComparer.OrdinalIgnoreCase);
    }

    private static (Verb Verb, int Words) FindVerb(List<string> words, IReadOnlyList<Verb> verbs)
    {
        if (words.Count == 0)
        {
            return (verbs.First(verb => verb.Name == "serve"), 0);
        }

        var first = words[0];
        if (verbs.FirstOrDefault(verb => verb.Name == string.Join(' ', words.Take(2))) is { } longer)
        {
            return (longer, longer.Name == first ? 1 : 2);
        }

        if (verbs.FirstOrDefault(verb => verb.Name == first) is { } found)
        {
            return (found, 1);
        }

        if (first.StartsWith('-'))
        {
            throw new WrongUseException($"Unknown option '{OptionName(first)}'. Settings are written --Key:Sub=value; 'outreach help' lists the verbs.");
        }

        var group = verbs.Where(verb => verb.Name.StartsWith(first + " ", StringComparison.Ordinal)).Select(verb => verb.Name).ToList();
        throw new WrongUseException(group.Count > 0
            ? $"'{first}' needs one more word: {string.Join(", ", group)}."
            : $"Unknown verb.{Suggestions.For(first, verbs.Select(verb => verb.Name.Split(' ')[0]))} 'outreach help' lists the verbs.");
    }

    private static Invocation ReadRest(Invocation call, IReadOnlyList<string> words, IReadOnlyList<string> plain)
    {
        var verb = call.Verb;
        var texts = new List<string>();
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].StartsWith("--", StringComparison.Ordinal))
            {
                texts.Add(words[i]);
                continue;
            }

            var name = OptionName(words[i])[2..];
            var inline = words[i].IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? words[i][(at + 1)..] : null;
            if (verb.Flags.Contains(name) && inline is null)
            {
                options[name] = "";
            }
            else if (!verb.Values.Contains(name))
            {
                throw new WrongUseException($"'outreach {verb.Name}' has no option '--{name}'.{Suggestions.For(name, verb.Flags.Concat(verb.Values))}");
            }
            else
            {
                options[name] = inline ?? words.ElementAtOrDefault(++i) ?? throw new WrongUseException($"--{name} needs a value.");
            }
        }

        texts.AddRange(plain);
        return texts.Count >= verb.MinTexts && texts.Count <= verb.MaxTexts
            ? call with { Texts = texts, Options = options }
            : throw new WrongUseException($"Usage: outreach {verb.Name} {verb.Usage}".TrimEnd());
    }

    private static string OptionName(string argument) =>
        argument.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? argument[..at] : argument;
}
