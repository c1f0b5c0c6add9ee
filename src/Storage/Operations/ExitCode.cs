namespace Outreach.Storage.Operations;

/// <summary>The program's exit codes.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int AtFault = 1;
    public const int WrongUse = 2;
}
