namespace Outreach.Bot.CommandLine;

/// <summary>What the program says to the shell. Scripts rely on it.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>What was checked is at fault.</summary>
    public const int Fault = 1;

    public const int WrongUse = 2;

    /// <summary>A bug or a broken machine.</summary>
    public const int Unhandled = 70;
}
