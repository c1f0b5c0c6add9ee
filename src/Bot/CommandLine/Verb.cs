namespace Outreach.Bot.CommandLine;

/// <summary>Something the program can be asked to do.</summary>
/// <param name="Name">Its words: <c>content check</c>.</param>
/// <param name="Usage">What follows the name.</param>
/// <param name="Summary">One line for the help.</param>
/// <param name="Run">Null = designed, but not built yet.</param>
internal sealed record Verb(string Name, string Usage, string Summary, VerbAction? Run)
{
    public int MinTexts { get; init; }
    public int MaxTexts { get; init; }

    /// <summary>Options without a value.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Options with a value.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
}

/// <returns>One of <see cref="ExitCodes"/>.</returns>
internal delegate Task<int> VerbAction(Invocation call, Terminal terminal, CancellationToken cancellationToken);
