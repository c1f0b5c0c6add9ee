using System.Globalization;
using Outreach.Scheduler.Campaigns;
using Outreach.Scheduler.Delivery;

namespace Outreach.Bot.Turns;

/// <summary>
/// What a button sends back, read and written in one place. Values live on in old messages for months:
/// append, never change the meaning of a letter.
/// </summary>
internal abstract record ButtonValue
{
    private ButtonValue() { }

    public sealed record Answer(string Id) : ButtonValue;

    public sealed record More(string Id) : ButtonValue;

    /// <param name="Page">From 0.</param>
    public sealed record Topic(string Id, int Page) : ButtonValue;

    /// <param name="AnswerId">The answer to show again in that language, or null.</param>
    public sealed record Language(string Code, string? AnswerId) : ButtonValue;

    public sealed record Helpful(string AnswerId, bool Good) : ButtonValue;

    public sealed record NoneOfThese : ButtonValue;

    /// <param name="To">The question it belongs to; <see cref="DialogStep.None"/> in messages of the time before it was named.</param>
    public sealed record Yes(DialogStep To) : ButtonValue;

    /// <param name="To">As with <see cref="Yes"/>.</param>
    public sealed record No(DialogStep To) : ButtonValue;

    public sealed record Run(Command Command) : ButtonValue;

    /// <summary>Belongs to asking for help; what the words mean is written in <c>Help/HelpButtons.cs</c>.</summary>
    public sealed record Help(string Word, string? Detail) : ButtonValue;

    /// <summary>Belongs to what a subscriber chooses; what the words mean is written in <c>Preferences/PreferenceWord.cs</c>.</summary>
    public sealed record Preference(string Word, string? Detail) : ButtonValue;

    /// <summary>Under a broadcast.</summary>
    public sealed record Broadcast(BroadcastTag Tag) : ButtonValue;

    /// <summary>Under a message that is tested: works as long as its ticket, and nothing is counted.</summary>
    /// <param name="Number">As of <see cref="BroadcastTag"/>.</param>
    /// <param name="IsChoice">As of <see cref="BroadcastTag"/>.</param>
    public sealed record Test(string Ticket, int Number, bool IsChoice) : ButtonValue;

    public static string ForTest(string ticket, int number, bool isChoice) =>
        string.Create(CultureInfo.InvariantCulture, $"bt:{ticket}:{(isChoice ? "q" : "")}{number}");

    public static string ForAnswer(string id) => "a:" + id;

    public static string ForMore(string id) => "m:" + id;

    public static string ForTopic(string id, int page) =>
        page == 0 ? "t:" + id : string.Create(CultureInfo.InvariantCulture, $"t:{id}:{page}");

    public static string ForLanguage(string code, string? answerId) => answerId is null ? "l:" + code : $"l:{code}:{answerId}";

    public static string ForHelpful(string answerId, bool yes) => (yes ? "h+:" : "h-:") + answerId;

    public const string ForNoneOfThese = "n:";

    public static string ForYes(DialogStep to) => "y:" + to.ToString().ToLowerInvariant();

    public static string ForNo(DialogStep to) => "x:" + to.ToString().ToLowerInvariant();

    public static string For(Command command) => "c:" + command.ToString().ToLowerInvariant();

    public static string ForHelp(string word, string? detail = null) => detail is null ? "g:" + word : $"g:{word}:{detail}";

    public static string ForPreference(string word, string? detail = null) => detail is null ? "s:" + word : $"s:{word}:{detail}";

    /// <summary>Null when it is not a value of ours: then it is something that somebody typed.</summary>
    public static ButtonValue? Parse(string text)
    {
        if (text.Length > 64 || text.IndexOf(':', StringComparison.Ordinal) is not (1 or 2))
        {
            return null;
        }

        return text.Split(':') switch
        {
            ["b", ..] when BroadcastTag.Parse(text) is { } tag => new Broadcast(tag),
            ["bt", var ticket, var button] when TestSends.IsTicket(ticket) && TestButton(ticket, button) is { } test => test,
            ["a", var id] when IsId(id) => new Answer(id),
            ["m", var id] when IsId(id) => new More(id),
            ["t", var id] when IsId(id) => new Topic(id, 0),
            ["t", var id, var page] when IsId(id) && int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
                => new Topic(id, n),
            ["l", "vi" or "en"] => new Language(text[2..], null),
            ["l", ("vi" or "en") and var code, var id] when IsId(id) => new Language(code, id),
            ["h+", var id] when IsId(id) => new Helpful(id, true),
            ["h-", var id] when IsId(id) => new Helpful(id, false),
            ["n", ""] => new NoneOfThese(),
            ["y", var to] when Dialog(to) is { } step => new Yes(step),
            ["x", var to] when Dialog(to) is { } step => new No(step),
            ["g", var word] when IsId(word) => new Help(word, null),
            ["g", var word, var detail] when IsId(word) && IsId(detail) => new Help(word, detail),
            ["s", var word] when IsId(word) => new Preference(word, null),
            ["s", var word, var detail] when IsId(word) && IsId(detail) => new Preference(word, detail),
            ["c", var name] when IsId(name) && !char.IsAsciiDigit(name[0]) && Enum.TryParse<Command>(name, ignoreCase: true, out var command) => new Run(command),
            _ => null,
        };
    }

    private static Test? TestButton(string ticket, string button) =>
        int.TryParse(button.AsSpan(button.StartsWith('q') ? 1 : 0), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? new Test(ticket, number, button.StartsWith('q'))
            : null;

    private static DialogStep? Dialog(string name) => name switch
    {
        "" => DialogStep.None,
        "consent" => DialogStep.Consent,
        "forget" => DialogStep.Forget,
        _ => null,
    };

    /// <summary>Whether it may be an id of content: 1 to 48 of <c>[a-z0-9-]</c>.</summary>
    public static bool IsId(string text) =>
        text.Length is > 0 and <= 48 && text.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}
