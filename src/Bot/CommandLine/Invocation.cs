namespace Outreach.Bot.CommandLine;

/// <summary>One call of the program, read.</summary>
internal sealed record Invocation
{
    public required Verb Verb { get; init; }

    /// <summary>What follows the verb and is no option: a question, a file.</summary>
    public required IReadOnlyList<string> Texts { get; init; }

    /// <summary>Options of the verb by name (<c>lang</c>); a flag's value is empty.</summary>
    public required IReadOnlyDictionary<string, string> Options { get; init; }

    /// <summary><c>--Key:Sub=value</c> as given.</summary>
    public required IReadOnlyList<string> Settings { get; init; }

    public bool Json => Options.ContainsKey("json");

    public string? Option(string name) => Options.GetValueOrDefault(name);
}
